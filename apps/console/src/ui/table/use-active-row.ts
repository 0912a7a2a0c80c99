import { useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react'
import { indexOfRow, type Rows } from './rows.ts'

/** The place of the keyboard in a table. `id` is null for a row that is not loaded. */
interface Place {
  key: string
  index: number
  id: string | null
}

/**
 * The row that takes the focus. It is followed by its id when rows move, and keeps the focus when it is loaded, moves, or
 * leaves the view.
 */
export function useActiveRow<Row>(
  rows: Rows<Row>,
  rowId: (row: Row) => string,
  body: RefObject<HTMLTableSectionElement | null>,
) {
  const [place, setPlace] = useState<Place | null>(null)
  const wantsFocus = useRef(false)
  const hadFocus = useRef(false)

  const idAt = (index: number) => {
    const row = rows.rowAt(index)
    return row === undefined ? null : rowId(row)
  }
  const current = place?.key === rows.key ? place : null
  if (current?.id === null && idAt(current.index) !== null) setPlace({ ...current, id: idAt(current.index) })
  const found = current?.id ? indexOfRow(rows, (row) => rowId(row) === current.id, current.index) : null
  const active = Math.max(0, Math.min((rows.total ?? 0) - 1, found ?? current?.index ?? 0))

  const activate = (index: number) => setPlace({ key: rows.key, index, id: idAt(index) })

  useLayoutEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body
    if (!wantsFocus.current && !isLost) return
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (!row) return
    wantsFocus.current = false
    row.focus({ preventScroll: true })
  })

  return {
    active,
    activate,
    /** For the body. React gives no blur for a row that it takes out of the document. */
    focusEvents: {
      onFocus: ({ target }: FocusEvent) => {
        hadFocus.current = target instanceof HTMLElement && target.matches('tr[data-index]')
      },
      onBlur: () => {
        hadFocus.current = false
      },
    },
    /** Moves there, and takes the focus when the row is in the document. */
    focusSoon: (index: number) => {
      activate(index)
      wantsFocus.current = true
    },
  }
}
