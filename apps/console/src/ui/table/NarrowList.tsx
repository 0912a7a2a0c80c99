import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { cn } from '../cn.ts'
import { InRow } from '../row-context.ts'
import { SkeletonLines } from '../Skeleton.tsx'
import type { Rows } from './rows.ts'
import { isSelected, toggled, type Selection } from './selection.ts'

interface NarrowListProps<Row extends object> {
  label: string
  rows: Rows<Row>
  rowId: (row: Row) => string
  rowLink: ((row: Row) => string) | undefined
  selection: Selection<Row> | undefined
  narrow: (row: Row) => ReactNode
}

/** A table on a phone: a list that scrolls with the page. */
export function NarrowList<Row extends object>({
  label,
  rows,
  rowId,
  rowLink,
  selection,
  narrow,
}: NarrowListProps<Row>) {
  'use no memo' // the virtualizer is one object that changes inside: memoizing what is read from it would freeze it
  const { total, onRange } = rows
  const list = useRef<HTMLUListElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => {
    setScrollMargin((list.current?.getBoundingClientRect().top ?? 0) + scrollY)
  }, [total])

  // oxlint-disable-next-line react/incompatible-library -- this component is not memoized, see above
  const virtualizer = useWindowVirtualizer({
    count: total ?? 0,
    estimateSize: () => 84,
    getItemKey: (index) => {
      const row = rows.rowAt(index)
      return row ? rowId(row) : index
    },
    overscan: 6,
    scrollMargin,
  })
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  useEffect(() => onRange(startIndex, endIndex), [onRange, startIndex, endIndex])

  if (total === undefined) {
    return (
      <div className="p-4">
        <SkeletonLines lines={8} />
      </div>
    )
  }
  const keys = new Set<string>()
  return (
    <ul ref={list} aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows.rowAt(item.index)
        const id = row && rowId(row)
        // two pages that were read at different times may both hold a row
        const key = id === undefined || keys.has(id) ? `index ${item.index}` : id
        keys.add(key)
        const selected = selection !== undefined && id !== undefined && isSelected(selection.selected, id)
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={total}
            aria-posinset={item.index + 1}
            className={cn('absolute inset-x-0 top-0 flex border-b', selected && 'bg-accent-soft')}
            style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
          >
            {row === undefined ? (
              <div className="min-w-0 flex-1 p-4">
                <SkeletonLines lines={2} />
              </div>
            ) : (
              <>
                {selection && (
                  <label className="flex w-11 shrink-0 items-center justify-center">
                    <input
                      type="checkbox"
                      aria-label={`Select ${selection.rowName(row)}`}
                      checked={selected}
                      onChange={() => selection.onChange(toggled(selection.selected, rowId(row), row))}
                      className="size-5"
                    />
                  </label>
                )}
                <InRow value={true}>
                  {rowLink ? (
                    <Link
                      to={rowLink(row)}
                      className={cn('block min-w-0 flex-1 py-3 pe-4 -outline-offset-2', !selection && 'ps-4')}
                    >
                      {narrow(row)}
                    </Link>
                  ) : (
                    <div className={cn('min-w-0 flex-1 py-3 pe-4', !selection && 'ps-4')}>{narrow(row)}</div>
                  )}
                </InRow>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
