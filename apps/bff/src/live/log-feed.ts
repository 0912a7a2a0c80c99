import type { LiveEvents } from '@gatehouse/contract'
import type { ArchivedLine, LogArchive, LogKey } from './log-archive.ts'
import type { LiveEvent } from './source.ts'

/** Long logs are sent in several events, so that a page can draw the first lines before the last ones arrive. */
const linesPerEvent = 500

interface LogFeedOptions {
  archive: LogArchive
  logs: readonly { topic: string; key: LogKey }[]
  /** The sequence of the last line that the watcher has. */
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
 * Delivers to one watcher the lines of its logs from the archive, each once. All logs share one order, that of the
 * sequence, so the last sequence that the watcher received is the resume point of every log.
 */
export function startLogFeed({ archive, logs, after, deliver, ready, broken }: LogFeedOptions): LogFeed {
  const keys = logs.map(({ key }) => key)
  const topics = new Map(logs.map(({ topic, key }) => [nameOf(key), topic]))
  const followers: (readonly LiveEvent[])[] = []
  let cursor = after
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
        await deliverNew()
        if (isClosed) return
        for (const events of due) deliver(events)
      }
    } finally {
      // No await between the last check of `hasMore` and this line, so no call of `pump` is lost.
      isReading = false
    }
  }

  async function deliverNew() {
    for (;;) {
      await ready()
      const lines = archive.recent(keys, cursor) ?? (await archive.read(keys, cursor, linesPerEvent * 4))
      const last = lines.at(-1)
      if (!last || isClosed) return
      const events = shared(archive, `${[...topics.values()].join(' ')} ${cursor} ${last.line.sequence}`, () =>
        toEvents(lines, topics),
      )
      cursor = last.line.sequence
      deliver(events)
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

/** One event for each run of lines of the same log. */
function toEvents(lines: readonly ArchivedLine[], topics: ReadonlyMap<string, string>): LiveEvent[] {
  const events: { event: 'work-request-log'; id: number; data: LiveEvents['work-request-log'] }[] = []
  for (const { key, line } of lines) {
    const topic = topics.get(nameOf(key)) ?? ''
    const last = events.at(-1)
    if (last && last.data.topic === topic && last.data.lines.length < linesPerEvent) {
      last.data.lines.push(line)
      last.id = line.sequence
    } else events.push({ event: 'work-request-log', id: line.sequence, data: { topic, lines: [line] } })
  }
  return events
}

/** Recent events by content. Watchers of the same logs at the same position share the same event objects. */
const sharedEvents = new WeakMap<LogArchive, Map<string, readonly LiveEvent[]>>()

function shared(archive: LogArchive, print: string, make: () => readonly LiveEvent[]): readonly LiveEvent[] {
  const cache = sharedEvents.get(archive) ?? new Map<string, readonly LiveEvent[]>()
  sharedEvents.set(archive, cache)
  const events = cache.get(print) ?? make()
  if (cache.size >= 16) cache.clear()
  cache.set(print, events)
  return events
}

const nameOf = ({ connectionId, workRequestId }: LogKey) => `${connectionId}/${workRequestId}`
