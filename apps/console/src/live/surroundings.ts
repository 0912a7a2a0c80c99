import type { Api } from '@gatehouse/contract'
import { openEvents } from './open-events.ts'
import type { SessionAnswer, StreamSurroundings } from './stream.ts'

const askingMs = 10_000

/** The real stream, network and clock, for a page and for a worker alike. */
export const realSurroundings: StreamSurroundings = {
  open: openEvents,
  askSession,
  later: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: Math.random,
  now: Date.now,
}

async function askSession(): Promise<SessionAnswer> {
  try {
    const reply = await fetch('/api/session', {
      signal: AbortSignal.timeout(askingMs),
      headers: { accept: 'application/json' },
    })
    if (!reply.ok) return 'unreachable'
    const { user } = (await reply.json()) as Api['GET /api/session']['reply'] // validated by the BFF
    return user === null ? 'signed-out' : 'signed-in'
  } catch {
    return 'unreachable'
  }
}
