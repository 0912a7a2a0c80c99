import type { FoundLine, LogArchive, LogKey } from './log-archive.ts'
import type { Source } from './source.ts'

/** A line or error as it is found; what tells equal ones apart is worked out here. */
export type WireLine = Omit<FoundLine, 'ordinal'>

export interface WirePage {
  lines: WireLine[]
  /** What to give to read on; undefined on the last page. */
  next: string | undefined
}

/** How one work request's log is read from OCI. */
export interface LogReader {
  /** When the work ended, in milliseconds since the epoch; null while it goes on. */
  endedAtMs(signal: AbortSignal): Promise<number | null>
  /** One page of the log, oldest line first. */
  readLog(page: string | undefined, signal: AbortSignal): Promise<WirePage>
  /** All errors, oldest first. */
  readErrors(signal: AbortSignal): Promise<WireLine[]>
  /** Whether OCI says that the work request does not exist, or not any more. */
  isForgotten(error: unknown): boolean
  /** Whether a page can no longer be asked for: the log is then read from its beginning. */
  isStalePage(error: unknown): boolean
}

/** How far a log has been read. */
export interface LogState {
  /** The work has ended and every line is archived. */
  isEnded: boolean
  /** The work has ended. Once more nothing new is to be found, it is all archived. */
  isOver: boolean
  /** The page that may still grow, what came before it, and how much was on it. */
  last: { page: string | undefined; before: ReadonlyMap<string, number>; found: string }
}

/** Lines may still come for as long as this after the work has ended. Nothing documents it; it is generous. */
const lateMs = 60_000

const fromTheBeginning: LogState['last'] = { page: undefined, before: new Map(), found: '' }

/**
 * Archives what a log has grown by since the last look. `openReader` may throw for a connection that there no longer is:
 * what was archived is there all the same. A long log is not read again each time: only its last page is.
 * Once the work is over it is read from the beginning until nothing new is found, or for a while, in case lines came late.
 */
export function logSource(archive: LogArchive, key: LogKey, openReader: () => LogReader): Source<LogState> {
  return {
    patience: 1,
    async read(previous, signal) {
      const known = previous ? null : await archive.stateOf(key)
      if (known?.isEnded) return { isEnded: true, isOver: true, last: fromTheBeginning }
      const reader = openReader()
      try {
        return await look(reader, previous, signal)
      } catch (error) {
        if (!reader.isForgotten(error) || !(await archive.stateOf(key))) throw error
        await archive.note(key, true)
        return { isEnded: true, isOver: true, last: fromTheBeginning }
      }
    },
    // lines reach watchers by the archive
    whole: () => [],
    changes: () => [],
    moving: ({ isOver }) => !isOver,
    ended: ({ isEnded }) => isEnded,
  }

  async function look(reader: LogReader, previous: LogState | undefined, signal: AbortSignal): Promise<LogState> {
    const endedAtMs = await reader.endedAtMs(signal)
    const isOver = endedAtMs !== null
    const errors = numbered(await reader.readErrors(signal), new Map())
    const from = isOver ? fromTheBeginning : (previous?.last ?? fromTheBeginning)
    const { last, added } = await archiveFrom(reader, from, errors, signal)
    const isQuiet = previous?.isOver === true && added === 0
    const isEnded = isOver && (isQuiet || Date.now() - endedAtMs > lateMs)
    if (isEnded || !previous) await archive.note(key, isEnded)
    return { isEnded, isOver, last }
  }

  /** Page by page, so that who watches a long log has its beginning while the rest is still being read. */
  async function archiveFrom(
    reader: LogReader,
    from: LogState['last'],
    errors: readonly FoundLine[],
    signal: AbortSignal,
  ): Promise<{ last: LogState['last']; added: number }> {
    const counts = new Map(from.before)
    const waiting = [...errors]
    let added = 0
    let { page } = from
    for (;;) {
      const { lines: wire, next } = await readPage(reader, page, signal)
      if (wire === stale) return archiveFrom(reader, fromTheBeginning, errors, signal)
      const found = `${wire.length} lines, ${errors.length} errors`
      const last = next === undefined ? { page, before: new Map(counts), found } : undefined
      const lines = numbered(wire, counts)
      const reached = lines.at(-1)?.at ?? ''
      const due = last ? waiting.splice(0) : waiting.splice(0, waiting.findLastIndex(({ at }) => at <= reached) + 1)
      // mostly a look finds what the last one found, and need not ask the archive what is new in it
      const isKnown = last && page === from.page && found === from.found
      if (!isKnown) added += await archive.append(key, [...lines, ...due].sort(inTimeOrder))
      if (last) return { last, added }
      page = next
    }
  }

  async function readPage(reader: LogReader, page: string | undefined, signal: AbortSignal): Promise<WirePage> {
    try {
      return await reader.readLog(page, signal)
    } catch (error) {
      if (page === undefined || !reader.isStalePage(error)) throw error
      return { lines: stale, next: undefined }
    }
  }
}

/** Stands for a page that cannot be asked for any more. */
const stale: WireLine[] = []

/** Numbers equal lines, and counts on in `counts`. */
function numbered(lines: readonly WireLine[], counts: Map<string, number>): FoundLine[] {
  return lines.map((line) => {
    const print = `${line.kind} ${line.at} ${line.text}`
    const ordinal = counts.get(print) ?? 0
    counts.set(print, ordinal + 1)
    return { ...line, ordinal }
  })
}

/** A log line and an error of the same millisecond stay in this order: the line tells what then fails. */
const inTimeOrder = (one: WireLine, other: WireLine) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)
