import type { ReactNode } from 'react'

/** The selected rows by id. The caller keeps the state. */
export interface Selection<Row> {
  selected: ReadonlySet<string>
  onChange: (selected: ReadonlySet<string>) => void
  /** Buttons for the acts on the selection. */
  actions: ReactNode
  /** "pool", "pools". */
  noun: readonly [one: string, many: string]
  /** The name of a row, for its checkbox. */
  rowName: (row: Row) => string
}

/** The set with one id added or removed. */
export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

/** The set with the ids from one row to another added, in display order. */
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

/** Adds all ids, or removes them when all are selected. Rows that are not shown keep their selection. */
export function allToggled(selected: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(selected)
  const all = ids.every((id) => next.has(id))
  for (const id of ids) {
    if (all) next.delete(id)
    else next.add(id)
  }
  return next
}
