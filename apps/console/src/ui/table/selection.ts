import type { ReactNode } from 'react'

/** What is selected: rows one by one, or all rows that match the list's search and filters. */
export type Selected<Row> =
  | { kind: 'rows'; rows: ReadonlyMap<string, Row> }
  | { kind: 'matching'; except: ReadonlySet<string> }

export const nothingSelected: Selected<never> = { kind: 'rows', rows: new Map<string, never>() }

/** The selection of a table. The caller keeps the state. */
export interface Selection<Row> {
  selected: Selected<Row>
  onChange: (selected: Selected<Row>) => void
  /** Adds the rows from one index to another, loaded or not. */
  onExtend: (from: number, to: number) => void
  /** Buttons for the acts on the selection. */
  actions: ReactNode
  /** "pool", "pools". */
  noun: readonly [one: string, many: string]
  rowId: (row: Row) => string
  /** The name of a row, for its checkbox. */
  rowName: (row: Row) => string
}

export const isSelected = <Row>(selected: Selected<Row>, id: string) =>
  selected.kind === 'rows' ? selected.rows.has(id) : !selected.except.has(id)

/** How many rows are selected. `total` is how many match. */
export const countSelected = <Row>(selected: Selected<Row>, total: number) =>
  selected.kind === 'rows' ? selected.rows.size : Math.max(0, total - selected.except.size)

/** The selection with one row added or removed. */
export function toggled<Row>(selected: Selected<Row>, id: string, row: Row): Selected<Row> {
  if (selected.kind === 'matching') {
    const except = new Set(selected.except)
    if (!except.delete(id)) except.add(id)
    return { kind: 'matching', except }
  }
  const rows = new Map(selected.rows)
  if (!rows.delete(id)) rows.set(id, row)
  return { kind: 'rows', rows }
}

/** The selection with these rows added. */
export function withRows<Row>(
  selected: Selected<Row>,
  added: readonly Row[],
  rowId: (row: Row) => string,
): Selected<Row> {
  const ids = added.map(rowId)
  if (selected.kind === 'matching') {
    const except = new Set(selected.except)
    for (const id of ids) except.delete(id)
    return { kind: 'matching', except }
  }
  return { kind: 'rows', rows: new Map([...selected.rows, ...added.map((row) => [rowId(row), row] as const)]) }
}

/** The box in the head: adds the loaded rows. Clears the selection when all of them are selected. */
export function loadedToggled<Row>(
  selected: Selected<Row>,
  loaded: readonly Row[],
  rowId: (row: Row) => string,
): Selected<Row> {
  const all = loaded.every((row) => isSelected(selected, rowId(row)))
  return all ? nothingSelected : withRows(selected, loaded, rowId)
}
