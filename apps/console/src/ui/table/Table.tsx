import { useMemo, type ReactNode } from 'react'
import { cn } from '../cn.ts'
import type { Sort } from '../list-state.ts'
import { useNarrow } from '../use-media.ts'
import type { Column } from './column.ts'
import { useRowModel } from './features.ts'
import { NarrowList } from './NarrowList.tsx'
import { useTablePreferences } from './preferences.ts'
import type { Selection } from './selection.ts'
import { TableGrid } from './TableGrid.tsx'
import { TableToolbar } from './TableToolbar.tsx'

export interface TableProps<Row extends object> {
  /** The key under which columns and density are stored. */
  id: string
  /** What it lists, for screen readers. */
  label: string
  /** Undefined while they load. Keep the array the same while nothing changed. */
  rows: readonly Row[] | undefined
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  /** Where Enter, or a press anywhere on the row, leads. */
  rowLink?: (row: Row) => string
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  selection?: Selection<Row>
  /** At the left of its toolbar: "24 of 120 pools". */
  note?: ReactNode
  /** Instead of rows when there are none. */
  empty: ReactNode
  /** A row on a phone: two or three lines. Without it the table scrolls sideways. */
  narrow?: (row: Row) => ReactNode
  /** `fill` takes what is left of a `FillPage`; `part` grows to a limit and then scrolls. */
  height?: 'fill' | 'part'
}

const asTheyCome: never[] = []

/**
 * Rows and columns: sticky head, sorting, choice of columns, density, selection, virtual rows, and the keyboard
 * (arrows or j/k, Home, End, Space, Enter).
 */
export function Table<Row extends object>(props: TableProps<Row>) {
  const { id, label, rows, columns, rowId, rowLink, sort = null, onSort, selection, note, empty, narrow } = props
  const fill = props.height !== 'part'
  const isNarrow = useNarrow() && narrow !== undefined
  const preferences = useTablePreferences(id, columns)
  const model = useRowModel({ rows: rows ?? asTheyCome, columns, rowId, sort, hidden: preferences.hidden })
  const ids = useMemo(() => model.rows.map(rowId), [model.rows, rowId])

  return (
    <div
      className={cn(
        'panel flex min-w-0 flex-col overflow-hidden max-sm:overflow-visible',
        fill ? 'sm:min-h-0 sm:flex-1' : 'sm:max-h-[34rem]',
      )}
    >
      <TableToolbar {...{ columns, preferences, selection, ids, note, sort, onSort }} narrow={isNarrow} />
      {rows?.length === 0 ? (
        <div className="border-t">{empty}</div>
      ) : isNarrow ? (
        <NarrowList {...{ label, rowId, rowLink, selection, narrow }} rows={rows && model.rows} />
      ) : (
        <TableGrid
          {...{ label, ids, rowLink, sort, onSort, selection }}
          rows={rows && model.rows}
          columns={model.columns}
          comfortable={preferences.comfortable}
        />
      )}
    </div>
  )
}
