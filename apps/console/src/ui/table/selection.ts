import type { ReactNode } from 'react'

/** Which rows are chosen, by id; the caller keeps it. */
export interface Selection<Row> {
  selected: ReadonlySet<string>
  onChange: (selected: ReadonlySet<string>) => void
  /** What can be done with them: buttons. */
  actions: ReactNode
  /** "pool", "pools". */
  noun: readonly [one: string, many: string]
  /** What a row is called, for its box. */
  rowName: (row: Row) => string
}

/** The set with one id put in, or taken out. */
export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

/** The set with all ids from one row to another put in, in the order in which they stand. */
export function extended(
  selected: ReadonlySet<string>,
  ids: readonly string[],
  from: number,
  to: number,
): ReadonlySet<string> {
  const next = new Set(selected)
  for (const id of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(id)
  return next
}

/** All of them in when not all are; otherwise all of them out. Rows that are not shown keep what they have. */
export function allToggled(selected: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(selected)
  const all = ids.every((id) => next.has(id))
  for (const id of ids) {
    if (all) next.delete(id)
    else next.add(id)
  }
  return next
}
