import type { LiveEvents } from '@gatehouse/contract'
import type { ArchivedLine, LogArchive, LogKey } from './log-archive.ts'
import type { LiveEvent } from './source.ts'

/** Long logs go out in pieces, so that a page can draw the first while the rest is under way. */
const linesPerEvent = 500

interface LogFeedOptions {
  archive: LogArchive
  logs: readonly { topic: string; key: LogKey }[]
  /** The sequence of the last line that the watcher has. */
  after: number
  deliver: (events: readonly LiveEvent[]) => void
  /** Resolves when the watcher can take more: a long log is read no faster than it is received. */
  ready: () => Promise<void>
  /** The archive could not be read: the watcher has to begin again from its last line. */
  broken: (error: unknown) => void
}

export interface LogFeed {
  /** Delivers what is written by now and has not been delivered, then this. */
  follow(events: readonly LiveEvent[]): void
  close(): void
}

/**
 * Brings one watcher the lines of its logs, each once and all in the order of their sequence, over all its logs: so the
 * last sequence that it received says for each of them where to go on. It reads the archive and nothing else.
 */
export function startLogFeed({ archive, logs, after, deliver, ready, broken }: LogFeedOptions): LogFeed {
  const keys = logs.map(({ key }) => key)
  const topics = new Map(logs.map(({ topic, key }) => [nameOf(key), topic]))
  const followers: (readonly LiveEvent[])[] = []
  let cursor = after
  let isReading = false
  let isAskedAgain = false
  let isClosed = false

  function pump() {
    isAskedAgain = true
    if (isReading || isClosed) return
    isReading = true
    catchUp().catch(broken)
  }

  async function catchUp() {
    try {
      while (isAskedAgain) {
        isAskedAgain = false
        if (isClosed) return
        const due = followers.splice(0)
        await deliverNew()
        if (isClosed) return
        for (const events of due) deliver(events)
      }
    } finally {
      // in the same breath as the last look at `isAskedAgain`, so that nothing is asked in between
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

/** Made lately, by what they hold: who watches the same logs from the same line on gets the same events. */
const made = new WeakMap<LogArchive, Map<string, readonly LiveEvent[]>>()

function shared(archive: LogArchive, print: string, make: () => readonly LiveEvent[]): readonly LiveEvent[] {
  const known = made.get(archive) ?? new Map<string, readonly LiveEvent[]>()
  made.set(archive, known)
  const events = known.get(print) ?? make()
  if (known.size >= 16) known.clear()
  known.set(print, events)
  return events
}

const nameOf = ({ connectionId, workRequestId }: LogKey) => `${connectionId}/${workRequestId}`
