import { useSyncExternalStore } from 'react'

const secondMs = 1000

/** A clock shared by its subscribers. It ticks while it has any. */
function createClock(stepMs: number) {
  const watchers = new Set<() => void>()
  let now = Date.now()
  let timer: ReturnType<typeof setInterval> | undefined

  return {
    /** Refreshes the time between ticks if it is a second old, so that fresh data never lies in the future. */
    read: () => {
      const exact = Date.now()
      if (exact - now >= secondMs) now = exact
      return now
    },
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      if (timer === undefined) {
        timer = setInterval(() => {
          now = Date.now()
          for (const each of watchers) each()
        }, stepMs)
      }
      return () => {
        watchers.delete(watcher)
        if (watchers.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}

const clocks = { second: createClock(secondMs), tenSeconds: createClock(10 * secondMs) }

/** The time in milliseconds, renewed at that pace. */
export const useNow = (pace: keyof typeof clocks = 'tenSeconds') =>
  useSyncExternalStore(clocks[pace].watch, clocks[pace].read)
