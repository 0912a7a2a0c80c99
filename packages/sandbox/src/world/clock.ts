/**
 * The sandbox's time and everything that is due in it. Time runs with the machine's clock plus what `advance` added;
 * what is due happens in order of its time, at the latest when its moment comes.
 */
export interface Clock<What> {
  now(): Date
  /** Milliseconds since the epoch. */
  ms(): number
  /** Lets `what` happen after a delay in milliseconds of sandbox time; gives its number, to call it off. */
  after(delayMs: number, what: What): number
  /** Nothing happens when it is over already, or when there is no number. */
  callOff(number: number | undefined): void
  /** Moves time forward, running all that falls due on the way at its own moment. */
  advance(ms: number): void
  /** Forgets what is due; nothing more will happen. */
  stop(): void
  /** All that another clock needs to go on from this moment. */
  written(): WrittenClock<What>
}

export interface WrittenClock<What> {
  ms: number
  /** In the order in which it will happen. */
  due: Due<What>[]
  /** None that was ever given is given again: somebody may still want to call off what is over. */
  lastNumber: number
}

/** Something due at a moment in milliseconds since the epoch. */
export interface Due<What> {
  readonly number: number
  readonly at: number
  readonly what: What
}

export interface ClockOptions<What> {
  /** Makes it happen. */
  run: (what: What) => void
  onError?: (error: unknown) => void
  /** The clock it goes on from; it begins with the machine's moment and nothing due when left out. */
  before?: WrittenClock<What>
}

const longestTimerMs = 2 ** 30

export function createClock<What>({ run, onError, before }: ClockOptions<What>): Clock<What> {
  const queue = [...(before?.due ?? [])]
  let offset = before ? before.ms - Date.now() : 0
  let lastNumber = before?.lastNumber ?? 0
  let frozen: number | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const ms = () => frozen ?? Date.now() + offset

  function arm() {
    clearTimeout(timer)
    const next = queue[0]
    if (!next) return
    timer = setTimeout(runDue, Math.min(Math.max(0, next.at - ms()), longestTimerMs))
    timer.unref()
  }

  /** Each sees the moment it was due at, so that what it writes is dated rightly even after a jump. */
  function runDue() {
    const until = ms()
    // what happens may stop the clock, which empties the queue
    while (queue[0] && queue[0].at <= until) {
      const { at, what } = queue.shift()! // looked at just above
      frozen = at
      try {
        run(what)
      } catch (error) {
        onError?.(error)
      } finally {
        frozen = undefined
      }
    }
    arm()
  }

  arm()
  return {
    ms,
    now: () => new Date(ms()),
    after(delayMs, what) {
      if (stopped) return 0
      const one = { number: ++lastNumber, at: ms() + delayMs, what }
      const index = queue.findLastIndex((other) => other.at <= one.at) + 1
      queue.splice(index, 0, one)
      if (index === 0 && frozen === undefined) arm()
      return one.number
    },
    callOff(number) {
      const at = queue.findIndex((one) => one.number === number)
      if (at >= 0) queue.splice(at, 1)
    },
    advance(by) {
      offset += by
      runDue()
    },
    stop() {
      stopped = true
      queue.length = 0
      clearTimeout(timer)
    },
    written: () => ({ ms: ms(), due: [...queue], lastNumber }),
  }
}
