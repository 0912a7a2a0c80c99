import type { MouseEvent } from 'react'
import { Link } from 'react-router'
import { cn } from '../cn.ts'
import { InRow } from '../row-context.ts'
import type { Column } from './column.ts'
import type { Selection } from './selection.ts'
import { Space } from './Space.tsx'
import { SkeletonCells } from './TableSkeleton.tsx'

interface TableRowProps<Row> {
  /** Undefined while it is not loaded. */
  row: Row | undefined
  index: number
  columns: readonly Column<Row>[]
  rowLink: ((row: Row) => string) | undefined
  selection: Selection<Row> | undefined
  selected: boolean
  active: boolean
  height: number
  /** Pixels between it and the row before it in the document. */
  space: number
  span: number
  onActivate: (index: number) => void
  onChoose: (index: number, shift: boolean) => void
  onOpen: (row: Row | undefined, elsewhere: boolean) => void
}

export function TableRow<Row>({
  row,
  index,
  columns,
  rowLink,
  selection,
  selected,
  active,
  height,
  space,
  span,
  onActivate,
  onChoose,
  onOpen,
}: TableRowProps<Row>) {
  const press = (event: MouseEvent<HTMLElement>) => {
    if (!rowLink || event.button !== 0 || isInteractive(event.target) || isSelectingText()) return
    onOpen(row, event.ctrlKey || event.metaKey)
  }
  return (
    <>
      {space > 0 && <Space span={span} height={space} />}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the grid listens for Enter on the row that has the focus */}
      <tr
        data-index={index}
        aria-rowindex={index + 2}
        aria-selected={selection ? selected : undefined}
        tabIndex={active ? 0 : -1}
        onFocus={(event) => {
          if (event.target === event.currentTarget) onActivate(index)
        }}
        onClick={press}
        style={{ height }}
        className={cn(
          'group/row -outline-offset-2 focus-visible:relative',
          selected ? 'bg-accent-soft' : 'hover:bg-hover',
          rowLink && row && 'cursor-pointer',
        )}
      >
        <InRow value={true}>
          {row === undefined ? (
            <SkeletonCells columns={span} index={index} />
          ) : (
            <RowCells {...{ row, index, columns, rowLink, selection, selected, onChoose }} />
          )}
        </InRow>
      </tr>
    </>
  )
}

type RowCellsProps<Row> = Pick<
  TableRowProps<Row>,
  'index' | 'columns' | 'rowLink' | 'selection' | 'selected' | 'onChoose'
> & { row: Row }

function RowCells<Row>({ row, index, columns, rowLink, selection, selected, onChoose }: RowCellsProps<Row>) {
  return (
    <>
      {selection && (
        <td className="border-b px-3">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`Select ${selection.rowName(row)}`}
            checked={selected}
            onChange={(event) =>
              onChoose(index, 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)
            }
            className="block size-4"
          />
        </td>
      )}
      {columns.map(({ id: columnId, cell, align }, position) => (
        <td key={columnId} className={cn('truncate border-b px-3', align === 'end' && 'text-end tabular-nums')}>
          {position === 0 && rowLink ? (
            <Link to={rowLink(row)} tabIndex={-1} className="rounded-small font-medium text-text hover:underline">
              {cell(row)}
            </Link>
          ) : (
            cell(row)
          )}
        </td>
      ))}
    </>
  )
}

const isInteractive = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, label, select, summary') !== null

const isSelectingText = () => globalThis.getSelection()?.type === 'Range'
