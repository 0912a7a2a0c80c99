import type { Source, StreamSurroundings } from './stream.ts'

/** A source that a test speaks through. */
export class FakeSource implements Source {
  readonly url: string
  closed = false
  readonly #listeners = new Map<string, ((event: { data?: unknown }) => void)[]>()

  constructor(url: string) {
    this.url = url
  }

  addEventListener(name: string, listener: (event: { data?: unknown }) => void) {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
  }

  close() {
    this.closed = true
  }

  say(name: string, data?: unknown) {
    for (const listener of this.#listeners.get(name) ?? []) listener({ data: JSON.stringify(data) })
  }
}

/** Network and clock under a test's control. */
export function fakeSurroundings(session: Awaited<ReturnType<StreamSurroundings['askSession']>> = 'signed-in') {
  const sources: FakeSource[] = []
  let now = 0
  let due: { at: number; run: () => void }[] = []

  const surroundings: Pick<StreamSurroundings, 'open' | 'askSession' | 'later' | 'random' | 'now'> = {
    open: (url) => {
      const source = new FakeSource(url)
      sources.push(source)
      return source
    },
    askSession: () => Promise.resolve(session),
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
    for (;;) {
      const next = due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (!next) break
      now = next.at
      due = due.filter((other) => other !== next)
      next.run()
      // answers settle before the clock advances
      await new Promise((settled) => setImmediate(settled))
    }
    now = end
  }
  return { surroundings, sources, pass }
}
