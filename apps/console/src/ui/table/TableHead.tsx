import { ArrowDown, ArrowUp } from 'lucide-react'
import { cn } from '../cn.ts'
import type { Sort } from '../list-state.ts'
import type { Column } from './column.ts'

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  sort: Sort | null
  /** The columns that sort. */
  sorts: readonly string[]
  onSort: ((sort: Sort) => void) | undefined
  /** The box that selects the loaded rows. */
  all: { chosen: 'all' | 'some' | 'none'; onToggle: () => void } | undefined
}

/** The head: it stays in sight, and sorts. */
export const TableHead = <Row,>({ columns, sort, sorts, onSort, all }: TableHeadProps<Row>) => (
  <thead className="sticky top-0 z-10">
    <tr aria-rowindex={1}>
      {all && (
        <th scope="col" className={cell}>
          <input
            type="checkbox"
            aria-label="Select all"
            checked={all.chosen === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = all.chosen === 'some'
            }}
            onChange={all.onToggle}
            className="block size-4"
          />
        </th>
      )}
      {columns.map(({ id, head, align }) => {
        const sorted = sort?.column === id ? sort : null
        return (
          <th
            key={id}
            scope="col"
            aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
            className={cn(cell, align === 'end' ? 'text-end' : 'text-start')}
          >
            {sorts.includes(id) && onSort ? (
              <button
                type="button"
                onClick={() => onSort({ column: id, descending: sorted ? !sorted.descending : false })}
                className={cn(
                  'group flex max-w-full items-center gap-1 rounded-small font-medium hover:text-text',
                  sorted && 'text-text',
                  align === 'end' && 'ms-auto flex-row-reverse',
                )}
              >
                <span className="truncate">{head}</span>
                <SortArrow sorted={sorted} />
              </button>
            ) : (
              <span className="block truncate">{head}</span>
            )}
          </th>
        )
      })}
    </tr>
  </thead>
)

const cell = 'h-9 border-b bg-sunken px-3 text-sm font-medium text-text-soft'

function SortArrow({ sorted }: { sorted: Sort | null }) {
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp
  return (
    <Arrow
      aria-hidden
      className={cn('size-3.5 shrink-0', !sorted && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60')}
    />
  )
}
