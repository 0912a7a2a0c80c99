import type { Api } from '@gatehouse/contract'

const askingMs = 10_000

/** The real stream, network and clock, for a page and for a worker alike. */
export const realSurroundings = {
  open: (url: string) => new EventSource(url),
  askSession,
  later: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: Math.random,
  now: Date.now,
}

async function askSession() {
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
