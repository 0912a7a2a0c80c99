import { useEffect } from 'react'

/** j, k and the arrows lead into the list from anywhere on the page that has no use for them. */
export function useKeysIntoList() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!['j', 'k', 'ArrowDown', 'ArrowUp'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey)
        return
      if (event.defaultPrevented || !isIdle(document.activeElement)) return
      // the row that takes the focus, or a phone's first link
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

/** Nothing in particular has the focus. */
const isIdle = (focused: Element | null) => focused === null || focused === document.body || focused.id === 'main'
