/** The reads of one topic. They run one at a time, so that an older reply never replaces a newer one. */
export interface Reads<State> {
  /**
   * The running read, unless something was invalidated since it began; then one that begins when it has ended. Concurrent
   * callers share it.
   */
  join(): Promise<State>
  /** What was read so far, or is being read, is stale. */
  invalidate(): void
  /** A state that came from elsewhere is as good as a read. */
  accept(): void
  /** The last successful read began after the last `invalidate`. */
  isCurrent(): boolean
  isRunning(): boolean
  /** Something was invalidated since the last read began. */
  isInvalidated(): boolean
}

/** `onEnd` is called when a read has ended and none waits for it. */
export function createReads<State>(read: () => Promise<State>, onEnd: () => void): Reads<State> {
  let running: Promise<State> | undefined
  let queued: Promise<State> | undefined
  let isCurrent = false
  /** Nothing was invalidated since the running read began. */
  let isValid = false

  async function begin(): Promise<State> {
    isValid = true
    try {
      const state = await read()
      isCurrent = isValid
      return state
    } finally {
      running = undefined
      if (!queued) onEnd()
    }
  }

  async function beginAfter(earlier: Promise<State>): Promise<State> {
    await earlier.catch(() => undefined)
    queued = undefined
    running = begin()
    return running
  }

  return {
    join() {
      if (queued) return queued
      if (!running) return (running = begin())
      if (isValid) return running
      queued = beginAfter(running)
      return queued
    },
    invalidate() {
      isCurrent = false
      isValid = false
    },
    accept() {
      isCurrent = true
    },
    isCurrent: () => isCurrent,
    isRunning: () => running !== undefined,
    isInvalidated: () => !isValid,
  }
}
