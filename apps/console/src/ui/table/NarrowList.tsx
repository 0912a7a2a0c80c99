import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { cn } from '../cn.ts'
import { InRow } from '../row-context.ts'
import { SkeletonLines } from '../Skeleton.tsx'
import { toggled, type Selection } from './selection.ts'

interface NarrowListProps<Row extends object> {
  label: string
  rows: readonly Row[] | undefined
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
  const list = useRef<HTMLUListElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => {
    setScrollMargin((list.current?.getBoundingClientRect().top ?? 0) + scrollY)
  }, [rows])

  // oxlint-disable-next-line react/incompatible-library -- this component is not memoized, see above
  const virtualizer = useWindowVirtualizer({
    count: rows?.length ?? 0,
    estimateSize: () => 84,
    getItemKey: (index) => {
      const row = rows?.[index]
      return row ? rowId(row) : index
    },
    overscan: 6,
    scrollMargin,
  })

  if (!rows) {
    return (
      <div className="border-t p-4">
        <SkeletonLines lines={8} />
      </div>
    )
  }
  return (
    <ul ref={list} aria-label={label} className="relative border-t" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index]
        if (!row) return null
        const id = rowId(row)
        return (
          <li
            key={id}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
            className={cn('absolute inset-x-0 top-0 flex border-b', selection?.selected.has(id) && 'bg-accent-soft')}
            style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
          >
            {selection && (
              <label className="flex w-11 shrink-0 items-center justify-center">
                <input
                  type="checkbox"
                  aria-label={`Select ${selection.rowName(row)}`}
                  checked={selection.selected.has(id)}
                  onChange={() => selection.onChange(toggled(selection.selected, id))}
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
          </li>
        )
      })}
    </ul>
  )
}
