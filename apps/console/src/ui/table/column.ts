import type { ReactNode } from 'react'

/** A column of a table of such rows. Keep the list of columns outside the component, or memoized. */
export interface Column<Row> {
  /** As it stands in the address when it sorts. */
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** What it sorts by; null comes last whichever way. Without it the column does not sort. */
  sortBy?: (row: Row) => string | number | null
  /** Pixels. Columns without one share what is left, at least `minWidth`. */
  width?: number
  /** Pixels; 140 otherwise. */
  minWidth?: number
  /** Numbers stand at the end. */
  align?: 'end'
  /** Not shown until somebody chooses it. */
  hidden?: boolean
}

/** How wide a table must be at least. */
export const leastWidth = <Row>(columns: readonly Column<Row>[]) =>
  columns.reduce((sum, { width, minWidth = 140 }) => sum + (width ?? minWidth), 0)

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Numbers by size, texts as people read them ("pool 9" before "pool 10"). */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}
