import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { nothingSelected, withRows, type Selected } from '../ui/table/selection.ts'
import { describeError } from '../ui/describe-error.ts'
import { toast } from '../ui/toasts.ts'
import { matchKey, type ListPath, type ListRows } from './list.ts'
import { pageQuery, pageRows } from './queries.ts'
import type { ListOnPage } from './use-list.ts'
import { mostActedOn, type Target } from './use-target.ts'

const rowId = ({ id }: { id: string }) => id

/**
 * The selected rows of a list. They are dropped when the search or the filters change: what is not listed is not acted on.
 * Not in the address: a link must not select rows for its reader.
 */
export function useSelection<Path extends ListPath>(list: ListOnPage<Path>) {
  type Row = ListRows[Path]
  const client = useQueryClient()
  // of the rows on screen, which may still be those of the search before
  const { query } = list.rows
  const key = matchKey(list.path, query)
  const [kept, setKept] = useState<{ key: string; selected: Selected<Row> }>({ key: '', selected: nothingSelected })
  const selected: Selected<Row> = kept.key === key ? kept.selected : nothingSelected
  const onChange = (next: Selected<Row>) => setKept({ key, selected: next })

  /** Reads the pages between two rows, because those in between may not be loaded. */
  const extend = async (from: number, to: number) => {
    const pages = Array.from(
      { length: Math.floor(to / pageRows) - Math.floor(from / pageRows) + 1 },
      (_, at) => Math.floor(from / pageRows) + at,
    )
    const read = await Promise.all(
      pages.map((page) => client.fetchQuery({ ...pageQuery(list.path, query, page), staleTime: Infinity })),
    )
    const start = from % pageRows
    const rows = read.flatMap((page) => page.rows).slice(start, start + to - from + 1)
    setKept((now) => ({
      key,
      selected: withRows(now.key === key ? now.selected : nothingSelected, rows, rowId),
    }))
  }

  return {
    selected,
    rowId,
    onChange,
    onExtend: (from: number, to: number) => {
      if (to - from >= mostActedOn) {
        toast({ tone: 'warn', text: `Not selected: an act takes ${mostActedOn.toLocaleString('en')} rows at most.` })
        return
      }
      extend(from, to).catch((error: unknown) =>
        toast({ tone: 'bad', text: `The rows could not be selected. ${describeError(error).detail}` }),
      )
    },
    /** What an act on the selection is about. */
    target: (): Target<Path> =>
      selected.kind === 'rows'
        ? { kind: 'rows', rows: [...selected.rows.values()] }
        : { kind: 'matching', query, total: list.rows.total ?? 0, except: selected.except },
  }
}
