import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Sort } from '../list-state.ts'
import { useTouch } from '../use-media.ts'
import { leastWidth, type Column } from './column.ts'
import { isOwnPress, nextIndex } from './row-keys.ts'
import { allToggled, extended, toggled, type Selection } from './selection.ts'
import { Space } from './Space.tsx'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'

const dense = 36
const comfortable = 44
const boxWidth = 44

interface TableGridProps<Row extends object> {
  label: string
  rows: readonly Row[] | undefined
  ids: readonly string[]
  columns: readonly Column<Row>[]
  rowLink: ((row: Row) => string) | undefined
  sort: Sort | null
  onSort: ((sort: Sort) => void) | undefined
  selection: Selection<Row> | undefined
  comfortable: boolean
}

/** The table itself, with only the rows in sight in the document. */
export function TableGrid<Row extends object>(props: TableGridProps<Row>) {
  'use no memo' // the virtualizer is one object that changes inside: memoizing what is read from it would freeze it
  const { label, rows, ids, columns, rowLink, sort, onSort, selection } = props
  const navigate = useNavigate()
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const touch = useTouch()
  const [activeId, setActiveId] = useState<string | null>(null)
  const wantsFocus = useRef(false)
  const anchor = useRef(0)

  const active = Math.max(0, activeId === null ? 0 : ids.indexOf(activeId))
  const rowHeight = touch || props.comfortable ? comfortable : dense
  // oxlint-disable-next-line react/incompatible-library -- this component is not memoized, see above
  const virtualizer = useVirtualizer({
    count: rows?.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 10,
    scrollPaddingStart: 40,
    // the row that holds the focus stays in the document wherever one scrolls
    rangeExtractor: (range: Range) => [...new Set([active, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (!row) return
    wantsFocus.current = false
    row.focus({ preventScroll: true })
  })

  const goTo = (index: number) => {
    const id = ids[index]
    if (id === undefined) return
    setActiveId(id)
    wantsFocus.current = true
    virtualizer.scrollToIndex(index)
  }
  const choose = (index: number, shift: boolean) => {
    const id = ids[index]
    if (!selection || id === undefined) return
    selection.onChange(
      shift ? extended(selection.selected, ids, anchor.current, index) : toggled(selection.selected, id),
    )
    anchor.current = index
    setActiveId(id)
  }
  const open = (row: Row | undefined, elsewhere: boolean) => {
    if (!row || !rowLink) return
    if (elsewhere) globalThis.open(rowLink(row), '_blank', 'noopener')
    else void navigate(rowLink(row))
  }
  const press = (event: React.KeyboardEvent) => {
    if (!isOwnPress(event.nativeEvent)) return
    const next = nextIndex(
      event.key,
      active,
      ids.length,
      Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1,
    )
    if (next !== null) goTo(next)
    else if (event.key === ' ' && selection) choose(active, event.shiftKey)
    else if (event.key === 'Enter' && rowLink) open(rows?.[active], event.ctrlKey || event.metaKey)
    else if (event.key === 'Escape' && selection && selection.selected.size > 0) selection.onChange(new Set())
    else return
    event.preventDefault()
  }

  const items = virtualizer.getVirtualItems()
  const chosen = selection ? ids.filter((id) => selection.selected.has(id)).length : 0
  const span = columns.length + (selection ? 1 : 0)
  let painted = 0
  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-auto overscroll-contain border-t">
      <table
        role={rows ? 'grid' : undefined}
        aria-label={label}
        aria-rowcount={rows && rows.length + 1}
        aria-multiselectable={selection ? true : undefined}
        aria-busy={rows ? undefined : true}
        className="w-full table-fixed border-separate border-spacing-0"
        style={{ minWidth: leastWidth(columns) + (selection ? boxWidth : 0) }}
      >
        <colgroup>
          {selection && <col style={{ width: boxWidth }} />}
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <TableHead
          {...{ columns, sort, onSort }}
          all={
            selection && {
              chosen,
              of: ids.length,
              onToggle: () => selection.onChange(allToggled(selection.selected, ids)),
            }
          }
        />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the rows of this grid take the focus */}
        <tbody ref={body} onKeyDown={press}>
          {rows === undefined && <TableSkeleton columns={span} rowHeight={rowHeight} />}
          {items.map((item) => {
            const row = rows?.[item.index]
            const id = ids[item.index]
            if (!row || id === undefined) return null
            const space = item.start - painted
            painted = item.end
            return (
              <TableRow
                key={id}
                {...{ id, row, columns, rowLink, selection, space, span }}
                index={item.index}
                height={rowHeight}
                active={item.index === active}
                selected={selection?.selected.has(id) ?? false}
                onActivate={setActiveId}
                onChoose={choose}
                onOpen={open}
              />
            )
          })}
          {virtualizer.getTotalSize() > painted && <Space span={span} height={virtualizer.getTotalSize() - painted} />}
        </tbody>
      </table>
    </div>
  )
}
