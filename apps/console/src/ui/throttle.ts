/**
 * Calls `apply` with the first value at once. Of the values that come within `ms` after it, it gets the last one when
 * that time is over.
 */
export function createThrottle<T>(ms: number, apply: (value: T) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: { value: T } | undefined

  const run = (value: T) => {
    timer = setTimeout(() => {
      timer = undefined
      const next = waiting
      waiting = undefined
      if (next) run(next.value)
    }, ms)
    apply(value)
  }

  return {
    push: (value: T) => {
      if (timer === undefined) run(value)
      else waiting = { value }
    },
    /** Drops the value that waits. */
    cancel: () => {
      clearTimeout(timer)
      timer = waiting = undefined
    },
  }
}
