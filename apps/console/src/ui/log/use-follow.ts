import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** How near the end still counts as being there, in pixels. */
const nearPx = 32

/**
 * Keeps a scrolled box at its end while the reader is at its end, and never otherwise: scrolling up pauses, coming back
 * down (or `resume`) follows again. `paused` holds whatever the position. `missed` counts what came meanwhile.
 */
export function useFollow(
  box: RefObject<HTMLElement | null>,
  length: number,
  scrollToEnd: () => void,
  startPaused: boolean,
) {
  const [paused, setPaused] = useState(startPaused)
  /** How many there were when it was paused. */
  const [seen, setSeen] = useState(length)
  const lastTop = useRef(0)

  useLayoutEffect(() => {
    if (!paused) scrollToEnd()
  }, [paused, scrollToEnd]) // a new end is a new `scrollToEnd`

  return {
    paused,
    missed: paused ? Math.max(0, length - seen) : 0,
    pause: () => {
      if (paused) return
      setPaused(true)
      setSeen(length)
    },
    resume: () => setPaused(false),
    /** Only the reader scrolls upwards; new lines and measured heights never do. */
    onScroll: () => {
      const element = box.current
      if (!element) return
      const { scrollTop, scrollHeight, clientHeight } = element
      const upwards = scrollTop < lastTop.current - 2
      lastTop.current = scrollTop
      const atEnd = scrollHeight - scrollTop - clientHeight < nearPx
      if (upwards && !atEnd) {
        if (!paused) setSeen(length)
        setPaused(true)
      } else if (atEnd && !upwards) setPaused(false)
    },
  }
}
