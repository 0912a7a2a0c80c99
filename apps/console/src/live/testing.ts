import type { StreamEnd, StreamListener, StreamRequest } from './open-events.ts'
import type { SessionAnswer, StreamSurroundings } from './stream.ts'

/** A stream that a test speaks through. */
export interface FakeStream {
  request: StreamRequest
  closed: boolean
  /** Gives an event, with an id or without. */
  say: (name: string, data?: unknown, id?: string) => void
  /** Gives the event that each stream of the BFF begins with. */
  ping: () => void
  end: (end: StreamEnd) => void
}

export const pingEveryMs = 15_000

/** Network and clock under a test's control. */
export function fakeSurroundings(session: SessionAnswer = 'signed-in') {
  const streams: FakeStream[] = []
  let now = 0
  let due: { at: number; run: () => void }[] = []
  let answer = session

  const open = (request: StreamRequest, { onEvent, onEnd }: StreamListener) => {
    const stream: FakeStream = {
      request,
      closed: false,
      say: (name, data, id) => {
        if (!stream.closed) onEvent({ name, data: JSON.stringify(data), id })
      },
      ping: () => stream.say('ping', { everyMs: pingEveryMs }),
      end: (end) => {
        if (!stream.closed) onEnd(end)
      },
    }
    streams.push(stream)
    return () => {
      stream.closed = true
    }
  }

  const surroundings: StreamSurroundings = {
    open,
    askSession: () => Promise.resolve(answer),
    later: (ms, run) => {
      const entry = { at: now + ms, run }
      due.push(entry)
      return () => {
        due = due.filter((other) => other !== entry)
      }
    },
    random: () => 0.5,
    now: () => now,
  }

  /** Advances the clock and runs what is due, answers included. */
  const pass = async (ms: number) => {
    const end = now + ms
    await settle()
    for (;;) {
      const next = due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (!next) break
      now = Math.max(now, next.at)
      due = due.filter((other) => other !== next)
      next.run()
      await settle()
    }
    now = end
  }

  return {
    surroundings,
    streams,
    pass,
    /** Lets the clock jump without running anything, as when a machine sleeps. */
    sleep: (ms: number) => {
      now += ms
    },
    setSession: (next: SessionAnswer) => {
      answer = next
    },
    last: () => streams.at(-1)!, // a test asks when one was opened
  }
}

/** Answers settle before the clock advances. */
const settle = () => new Promise((settled) => setImmediate(settled))
