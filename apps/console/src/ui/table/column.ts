import type { ReactNode } from 'react'

/** A column of a table of such rows. Keep the list of columns outside the component, or memoized. */
export interface Column<Row> {
  /** The name in the address when it sorts. */
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** Pixels. Columns without one share the rest, at least `minWidth` each. */
  width?: number
  /** Pixels; 140 otherwise. */
  minWidth?: number
  /** For numbers. */
  align?: 'end'
  /** Hidden by default. */
  hidden?: boolean
}

/** How wide a table must be at least. */
export const leastWidth = <Row>(columns: readonly Column<Row>[]) =>
  columns.reduce((sum, { width, minWidth = 140 }) => sum + (width ?? minWidth), 0)
