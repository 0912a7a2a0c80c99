import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { countSelected, type Selected } from '../ui/table/selection.ts'
import { windowParams, type ListPath, type ListQuery, type ListRows } from './list.ts'
import { readWindow } from './queries.ts'
import { readMatching } from './read-matching.ts'
import { useRows } from './use-rows.ts'

/** What an act is about: rows, or all rows that match a query but some. */
export type Target<Path extends ListPath> =
  | { kind: 'rows'; rows: readonly ListRows[Path][] }
  | { kind: 'matching'; query: ListQuery; total: number; except: ReadonlySet<string> }

/** The most rows that one act takes. */
export const mostActedOn = 5_000

const none: never[] = []

/** Why an act cannot take this selection, as whole sentences. Undefined when it can. */
export const tooMany = (selected: Selected<unknown>, total = 0): string | undefined =>
  countSelected(selected, total) > mostActedOn
    ? `An act takes ${mostActedOn.toLocaleString('en')} at most. Filter the list further.`
    : undefined

/** The rows of a target. Those that match a query are read once, when the target is set. */
export function useTarget<Path extends ListPath>(path: Path, target: Target<Path> | null) {
  const [read, setRead] = useState(0)
  const query = target?.kind === 'matching' ? target.query : null
  const matching = useQuery({
    // not under the key of its list: an act must not read them all again
    queryKey: ['matching', path, query],
    queryFn: ({ signal }) => readMatching((page) => readWindow(path, windowParams(query!, page), signal), setRead), // enabled only with a query
    enabled: query !== null,
    staleTime: Infinity,
    gcTime: 0,
  })
  const given = target?.kind === 'rows' ? target.rows : none
  const found =
    target?.kind === 'matching' ? (matching.data?.filter(({ id }) => !target.except.has(id)) ?? none) : given
  const isReading = target?.kind === 'matching' && !matching.data
  return {
    /** In their present state. */
    rows: useRows(path, found),
    /** While the matching rows are read. */
    reading: isReading
      ? { read, total: target.total, error: matching.error, retry: () => void matching.refetch() }
      : null,
  }
}
