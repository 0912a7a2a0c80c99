import type { ReactNode } from 'react'
import { cn } from '../cn.ts'
import type { Sort } from '../list-state.ts'
import { useNarrow } from '../use-media.ts'
import type { Column } from './column.ts'
import { NarrowList } from './NarrowList.tsx'
import { useTablePreferences } from './preferences.ts'
import type { Rows } from './rows.ts'
import type { Selection } from './selection.ts'
import { TableGrid } from './TableGrid.tsx'
import { TableToolbar } from './TableToolbar.tsx'

export interface TableProps<Row extends object> {
  /** The key under which columns and density are stored. */
  id: string
  /** What it lists, for screen readers. */
  label: string
  rows: Rows<Row>
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  /** Where Enter, or a press anywhere on the row, leads. */
  rowLink?: (row: Row) => string
  sort?: Sort | null
  /** The columns that sort. */
  sorts?: readonly string[]
  onSort?: (sort: Sort) => void
  selection?: Selection<Row>
  /** At the left of its toolbar: "24 of 120 pools". */
  note?: ReactNode
  /** The address of all matching rows as a CSV file. */
  csv?: string
  /** Instead of rows when there are none. */
  empty: ReactNode
  /** A row on a phone: two or three lines. Without it the table scrolls sideways. */
  narrow?: (row: Row) => ReactNode
  /** `fill` takes what is left of a `FillPage`; `part` grows to a limit and then scrolls. */
  height?: 'fill' | 'part'
}

const none: never[] = []

/**
 * Rows and columns: sticky head, sorting, choice of columns, density, selection, virtual rows that load as they come into
 * view, and the keyboard (arrows or j/k, Home, End, Space, Enter).
 */
export function Table<Row extends object>(props: TableProps<Row>) {
  const { id, label, rows, columns, rowId, rowLink, sort = null, sorts = none, onSort, selection, csv } = props
  const { note, empty, narrow } = props
  const fill = props.height !== 'part'
  const isNarrow = useNarrow() && narrow !== undefined
  const preferences = useTablePreferences(id, columns)
  const shown = columns.filter((column) => !preferences.hidden.has(column.id))

  return (
    <div
      aria-busy={rows.isChanging || undefined}
      className={cn(
        'panel flex min-w-0 flex-col overflow-hidden max-sm:overflow-visible',
        fill ? 'sm:min-h-0 sm:flex-1' : 'sm:max-h-[34rem]',
      )}
    >
      <TableToolbar {...{ columns, preferences, selection, rows, note, csv, sort, sorts, onSort }} narrow={isNarrow} />
      <Progress visible={rows.isChanging} />
      {rows.total === 0 ? (
        <div>{empty}</div>
      ) : isNarrow ? (
        <NarrowList key={rows.key} {...{ label, rows, rowId, rowLink, selection, narrow }} />
      ) : (
        <TableGrid
          {...{ label, rows, rowId, rowLink, sort, sorts, onSort, selection }}
          columns={shown}
          comfortable={preferences.comfortable}
        />
      )}
    </div>
  )
}

/** The line under the toolbar. It pulses while other rows load, unless that is quick. */
const Progress = ({ visible }: { visible: boolean }) => (
  <div aria-hidden className="relative h-px shrink-0 bg-line">
    <span
      className={cn(
        'absolute inset-x-0 -top-px h-0.5 transition-opacity',
        visible ? 'animate-breathe bg-accent delay-200' : 'opacity-0',
      )}
    />
  </div>
)
