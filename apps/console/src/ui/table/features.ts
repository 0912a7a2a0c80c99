import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import type { Sort } from '../list-state.ts'
import { compareValues, type Column } from './column.ts'

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnVisibilityFeature,
  rowSelectionFeature,
})

interface RowModel<Row> {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  sort: Sort | null
  hidden: ReadonlySet<string>
}

const none: never[] = []

/** The rows in order and the columns to show. */
export function useRowModel<Row extends object>({ rows, columns, rowId, sort, hidden }: RowModel<Row>) {
  'use no memo' // the table is one object that changes inside: memoizing what is read from it would freeze it
  const table = useTable({
    features,
    data: rows.length === 0 ? none : rows,
    columns: toDefinitions(columns),
    getRowId: rowId,
    state: {
      sorting: sort === null ? none : [{ id: sort.column, desc: sort.descending }],
      columnVisibility: visibilityOf(hidden),
    },
  })
  return {
    rows: table.getRowModel().rows.map(({ original }) => original),
    columns: table.getVisibleLeafColumns().flatMap(({ id }) => columns.find((column) => column.id === id) ?? []),
  }
}

/** By the list of columns: a fresh definition would make the table sort again on every render. */
const definitions = new WeakMap<readonly object[], unknown>()

function toDefinitions<Row extends object>(columns: readonly Column<Row>[]): ColumnDef<typeof features, Row>[] {
  const cached = definitions.get(columns)
  if (cached) return cached as ColumnDef<typeof features, Row>[] // kept under the very columns it was made from
  const made = columns.map(({ id, sortBy }): ColumnDef<typeof features, Row> => ({
    id,
    accessorFn: (row) => sortBy?.(row) ?? undefined,
    enableSorting: sortBy !== undefined,
    sortUndefined: 'last',
    sortFn: (a, b, columnId) => compareValues(a.getValue(columnId), b.getValue(columnId)),
  }))
  definitions.set(columns, made)
  return made
}

const visibilities = new WeakMap<ReadonlySet<string>, Record<string, boolean>>()

function visibilityOf(hidden: ReadonlySet<string>) {
  const cached = visibilities.get(hidden)
  if (cached) return cached
  const made = Object.fromEntries([...hidden].map((id) => [id, false]))
  visibilities.set(hidden, made)
  return made
}
