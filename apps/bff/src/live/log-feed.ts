import type { ArchivedLine, LogArchive, LogKey } from './log-archive.ts'
import type { LiveEvent } from './source.ts'

/** Long logs are sent in several events, so that a page can draw the first lines before the last ones arrive. */
const linesPerEvent = 500

interface LogFeedOptions {
  archive: LogArchive
  topic: string
  key: LogKey
  /** The sequence of the last line that the watcher has; 0 for none. */
  after: number
  deliver: (events: readonly LiveEvent[]) => void
  /** Resolves when the watcher can take more. Back-pressure: a long log is read no faster than it is received. */
  ready: () => Promise<void>
  /** Called when the archive cannot be read. The watcher has to reconnect and resume after its last line. */
  broken: (error: unknown) => void
}

export interface LogFeed {
  /** Delivers all lines written so far, then these events. */
  follow(events: readonly LiveEvent[]): void
  close(): void
}

/**
 * Delivers to one watcher the lines of a log from the archive, each once. When the archive does not have the line to resume
 * after, it delivers the whole log, marked `reset`.
 */
export function startLogFeed({ archive, topic, key, after, deliver, ready, broken }: LogFeedOptions): LogFeed {
  const followers: (readonly LiveEvent[])[] = []
  /** Null until the archive was asked for the resume point. */
  let cursor: number | null = null
  let isReading = false
  let hasMore = false
  let isClosed = false

  function pump() {
    hasMore = true
    if (isReading || isClosed) return
    isReading = true
    catchUp().catch((error: unknown) => {
      // The store may close while a closed feed still reads.
      if (!isClosed) broken(error)
    })
  }

  async function catchUp() {
    try {
      while (hasMore) {
        hasMore = false
        if (isClosed) return
        const due = followers.splice(0)
        cursor ??= await begin()
        cursor = await deliverAfter(cursor)
        if (isClosed) return
        for (const events of due) deliver(events)
      }
    } finally {
      // No await between the last check of `hasMore` and this line, so no call of `pump` is lost.
      isReading = false
    }
  }

  async function begin(): Promise<number> {
    if (after === 0 || (await archive.has(key, after))) return after
    if (!isClosed) deliver([{ event: 'work-request-log', id: '0', data: { topic, lines: [], reset: true } }])
    return 0
  }

  async function deliverAfter(start: number): Promise<number> {
    for (let position = start; ;) {
      await ready()
      const lines = archive.recent([key], position) ?? (await archive.read([key], position, linesPerEvent * 4))
      const last = lines.at(-1)
      if (!last || isClosed) return position
      deliver(shared(archive, `${topic} ${position} ${last.line.sequence}`, () => toEvents(topic, lines)))
      position = last.line.sequence
    }
  }

  const stop = archive.onAppend(pump)
  pump()
  return {
    follow(events) {
      followers.push(events)
      pump()
    },
    close() {
      isClosed = true
      stop()
    },
  }
}

function toEvents(topic: string, archived: readonly ArchivedLine[]): LiveEvent[] {
  const events: LiveEvent[] = []
  for (let start = 0; start < archived.length; start += linesPerEvent) {
    const lines = archived.slice(start, start + linesPerEvent).map(({ line }) => line)
    events.push({ event: 'work-request-log', id: String(lines.at(-1)?.sequence), data: { topic, lines, reset: false } })
  }
  return events
}

/** Recent events by content. Watchers of the same log at the same position share the same event objects. */
const sharedEvents = new WeakMap<LogArchive, Map<string, readonly LiveEvent[]>>()

function shared(archive: LogArchive, print: string, make: () => readonly LiveEvent[]): readonly LiveEvent[] {
  const cache = sharedEvents.get(archive) ?? new Map<string, readonly LiveEvent[]>()
  sharedEvents.set(archive, cache)
  const events = cache.get(print) ?? make()
  if (cache.size >= 16) cache.clear()
  cache.set(print, events)
  return events
}
