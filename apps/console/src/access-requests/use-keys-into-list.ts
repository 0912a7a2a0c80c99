import { useEffect } from 'react'

/** j, k and the arrow keys move focus into the list while no control has the focus. */
export function useKeysIntoList() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!['j', 'k', 'ArrowDown', 'ArrowUp'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey)
        return
      if (event.defaultPrevented || !isIdle(document.activeElement)) return
      // the focusable row, or the first link on a phone
      const row = document.querySelector<HTMLElement>(
        'main tr[data-index][tabindex="0"], main ul > li[aria-posinset="1"] a',
      )
      if (!row) return
      event.preventDefault()
      row.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** No control has the focus. */
const isIdle = (focused: Element | null) => focused === null || focused === document.body || focused.id === 'main'
