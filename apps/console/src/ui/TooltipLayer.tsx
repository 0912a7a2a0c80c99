import { useEffect, useRef } from 'react'
import { placeTip } from './place-tip.ts'

const delayMs = 350
const id = 'tip'

/** Elements with a tip, and cells that may be truncated. */
const owners = '[data-tip], td.truncate'

const wordsOf = (element: Element) =>
  element.getAttribute('data-tip') ??
  (element.scrollWidth > element.clientWidth && element instanceof HTMLElement ? element.innerText : null)

/**
 * Shows the words of every `data-tip` in the document, on hover and on focus: one element for all of them, in the top
 * layer, so that it is above dialogs too. A table's cell that is cut off shows its whole text. Escape hides it, and the pointer may move onto it (WCAG 1.4.13).
 */
export function TooltipLayer() {
  const layer = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const tip = layer.current
    if (!tip) return undefined
    let owner: Element | null = null
    let timer: ReturnType<typeof setTimeout> | undefined

    const hide = () => {
      clearTimeout(timer)
      if (owner?.getAttribute('aria-describedby') === id) owner.removeAttribute('aria-describedby')
      owner = null
      if (tip.matches(':popover-open')) tip.hidePopover()
    }
    const show = (element: Element) => {
      const words = wordsOf(element)
      if (!words || !element.isConnected) return
      hide()
      owner = element
      if (!element.hasAttribute('aria-describedby') && element.getAttribute('aria-label') !== words) {
        element.setAttribute('aria-describedby', id)
      }
      tip.textContent = words
      tip.showPopover()
      placeTip(tip, element.getBoundingClientRect())
    }
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      const target = event.target instanceof Element ? event.target : null
      if (target && tip.contains(target)) return
      const element = target?.closest(owners) ?? null
      if (element === owner) return
      clearTimeout(timer)
      if (owner) timer = setTimeout(hide, 120)
      if (element) timer = setTimeout(() => show(element), owner ? 60 : delayMs)
    }
    const focus = (event: FocusEvent) => {
      const element = event.target instanceof Element ? event.target.closest('[data-tip]') : null
      if (element?.matches(':focus-visible')) show(element)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && owner) hide()
    }

    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('pointerover', over, { signal })
    document.addEventListener('focusin', focus, { signal })
    document.addEventListener('focusout', hide, { signal })
    document.addEventListener('pointerdown', hide, { signal })
    document.addEventListener('keydown', key, { signal })
    document.addEventListener('scroll', hide, { signal, capture: true, passive: true })
    return () => {
      stop.abort()
      hide()
    }
  }, [])

  return (
    <div
      ref={layer}
      id={id}
      role="tooltip"
      popover="manual"
      className="fixed inset-auto m-0 max-w-80 animate-appear rounded-control bg-text px-2.5 py-1.5 text-sm whitespace-pre-line text-canvas"
    />
  )
}
