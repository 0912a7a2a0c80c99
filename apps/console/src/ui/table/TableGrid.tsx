import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { Sort } from '../list-state.ts'
import { useTouch } from '../use-media.ts'
import { leastWidth, type Column } from './column.ts'
import { isOwnPress, nextIndex } from './row-keys.ts'
import type { Rows } from './rows.ts'
import { isSelected, loadedToggled, nothingSelected, toggled, type Selection } from './selection.ts'
import { Space } from './Space.tsx'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'
import { useActiveRow } from './use-active-row.ts'

const dense = 36
const comfortable = 44
const boxWidth = 44
const overscan = 10

interface TableGridProps<Row extends object> {
  label: string
  rows: Rows<Row>
  columns: readonly Column<Row>[]
  rowId: (row: Row) => string
  rowLink: ((row: Row) => string) | undefined
  sort: Sort | null
  sorts: readonly string[]
  onSort: ((sort: Sort) => void) | undefined
  selection: Selection<Row> | undefined
  comfortable: boolean
}

/** The table itself, with only the rows in sight in the document. */
export function TableGrid<Row extends object>(props: TableGridProps<Row>) {
  'use no memo' // the virtualizer is one object that changes inside: memoizing what is read from it would freeze it
  const { label, rows, columns, rowId, rowLink, sort, sorts, onSort, selection } = props
  const { total = 0, onRange } = rows
  const navigate = useNavigate()
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const touch = useTouch()
  const anchor = useRef(0)
  const { active, activate, focusSoon, focusEvents } = useActiveRow(rows, rowId, body)

  const rowHeight = touch || props.comfortable ? comfortable : dense
  // oxlint-disable-next-line react/incompatible-library -- this component is not memoized, see above
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollPaddingStart: 40,
    // the row that holds the focus stays in the document wherever one scrolls
    rangeExtractor: (range: Range) => [...new Set([active, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0
  }, [rows.key])

  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  useEffect(() => onRange(startIndex, endIndex), [onRange, startIndex, endIndex])

  const goTo = (index: number) => {
    focusSoon(index)
    virtualizer.scrollToIndex(index)
  }
  const choose = (index: number, shift: boolean) => {
    const row = rows.rowAt(index)
    if (!selection) return
    if (shift) selection.onExtend(Math.min(anchor.current, index), Math.max(anchor.current, index))
    else if (row) selection.onChange(toggled(selection.selected, rowId(row), row))
    anchor.current = index
    activate(index)
  }
  const open = (row: Row | undefined, elsewhere: boolean) => {
    if (!row || !rowLink) return
    if (elsewhere) globalThis.open(rowLink(row), '_blank', 'noopener')
    else void navigate(rowLink(row))
  }
  const press = (event: React.KeyboardEvent) => {
    if (!isOwnPress(event.nativeEvent)) return
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1
    const next = nextIndex(event.key, active, total, page)
    if (next !== null) goTo(next)
    else if (event.key === ' ' && selection) choose(active, event.shiftKey)
    else if (event.key === 'Enter' && rowLink) open(rows.rowAt(active), event.ctrlKey || event.metaKey)
    else if (event.key === 'Escape' && selection && selection.selected !== nothingSelected)
      selection.onChange(nothingSelected)
    else return
    event.preventDefault()
  }

  // rows that stay in view while one scrolls get the same props, so that they are not rendered again
  const latest = useRef({ activate, choose, open })
  useLayoutEffect(() => {
    latest.current = { activate, choose, open }
  })
  const onActivate = useCallback((index: number) => latest.current.activate(index), [])
  const onChoose = useCallback((index: number, shift: boolean) => latest.current.choose(index, shift), [])
  const onOpen = useCallback((row: Row | undefined, elsewhere: boolean) => latest.current.open(row, elsewhere), [])

  const items = virtualizer.getVirtualItems()
  const span = columns.length + (selection ? 1 : 0)
  const keys = new Set<string>()
  let painted = 0
  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-auto overscroll-contain">
      <table
        aria-label={label}
        {...(rows.total === undefined
          ? { 'aria-busy': true }
          : { role: 'grid', 'aria-rowcount': total + 1, ...(selection && { 'aria-multiselectable': true }) })}
        className="w-full table-fixed border-separate border-spacing-0"
        style={{ minWidth: leastWidth(columns) + (selection ? boxWidth : 0) }}
      >
        <colgroup>
          {selection && <col style={{ width: boxWidth }} />}
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <TableHead {...{ columns, sort, sorts, onSort }} all={selection && headBox(selection, rows)} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the rows of this grid take the focus */}
        <tbody ref={body} onKeyDown={press} {...focusEvents}>
          {rows.total === undefined && <TableSkeleton columns={span} rowHeight={rowHeight} />}
          {items.map((item) => {
            const row = rows.rowAt(item.index)
            const id = row && rowId(row)
            // two pages that were read at different times may both hold a row
            const key = id === undefined || keys.has(id) ? `index ${item.index}` : id
            keys.add(key)
            const space = item.start - painted
            painted = item.end
            return (
              <TableRow
                key={key}
                {...{ row, columns, rowLink, selection, space, span, onActivate, onChoose, onOpen }}
                index={item.index}
                height={rowHeight}
                active={item.index === active}
                selected={selection !== undefined && id !== undefined && isSelected(selection.selected, id)}
              />
            )
          })}
          {virtualizer.getTotalSize() > painted && <Space span={span} height={virtualizer.getTotalSize() - painted} />}
        </tbody>
      </table>
    </div>
  )
}

function headBox<Row>(selection: Selection<Row>, { loaded }: Rows<Row>) {
  const { selected, onChange, rowId } = selection
  const chosen = loaded.filter((row) => isSelected(selected, rowId(row))).length
  const allOrSome = chosen === loaded.length ? ('all' as const) : ('some' as const)
  return {
    chosen: chosen === 0 ? ('none' as const) : allOrSome,
    onToggle: () => onChange(loadedToggled(selected, loaded, rowId)),
  }
}
