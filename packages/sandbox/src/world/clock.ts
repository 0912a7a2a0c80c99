/**
 * The sandbox's time and everything that is due in it. Time runs with the machine's clock plus what `advance` added;
 * what is due happens in order of its time, at the latest when its moment comes.
 */
export interface Clock {
  now(): Date
  /** Milliseconds since the epoch. */
  ms(): number
  /** Runs `act` after a delay in milliseconds of sandbox time; call the result to call it off. */
  after(delayMs: number, act: () => void): () => void
  /** Moves time forward, running all that falls due on the way at its own moment. */
  advance(ms: number): void
  /** Forgets what is due; nothing more will happen. */
  stop(): void
}

interface Due {
  at: number
  order: number
  act: () => void
}

const longestTimerMs = 2 ** 30

export function createClock(onError: (error: unknown) => void = () => {}): Clock {
  let offset = 0
  let order = 0
  let frozen: number | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const queue: Due[] = []

  const ms = () => frozen ?? Date.now() + offset

  function arm() {
    clearTimeout(timer)
    const next = queue[0]
    if (!next) return
    timer = setTimeout(run, Math.min(Math.max(0, next.at - ms()), longestTimerMs))
    timer.unref()
  }

  /** Each act sees the moment it was due at, so that what it writes is dated rightly even after a jump. */
  function run() {
    const until = ms()
    // an act may stop the clock, which empties the queue
    while (queue[0] && queue[0].at <= until) {
      const due = queue.shift()! // looked at just above
      frozen = due.at
      try {
        due.act()
      } catch (error) {
        onError(error)
      } finally {
        frozen = undefined
      }
    }
    arm()
  }

  return {
    ms,
    now: () => new Date(ms()),
    after(delayMs, act) {
      if (stopped) return () => {}
      const due = { at: ms() + delayMs, order: order++, act }
      const index = queue.findLastIndex((other) => other.at <= due.at) + 1
      queue.splice(index, 0, due)
      if (index === 0 && frozen === undefined) arm()
      return () => {
        const at = queue.indexOf(due)
        if (at >= 0) queue.splice(at, 1)
      }
    },
    advance(by) {
      offset += by
      run()
    },
    stop() {
      stopped = true
      queue.length = 0
      clearTimeout(timer)
    },
  }
}
