import type { FoundLine, LogArchive, LogKey } from './log-archive.ts'
import type { Source } from './source.ts'

/** A line or error of an OCI reply, before it has an ordinal. */
export type WireLine = Omit<FoundLine, 'ordinal'>

export interface WirePage {
  lines: WireLine[]
  /** The page token of the next page; undefined on the last page. */
  next: string | undefined
}

/** How one work request's log is read from OCI. */
export interface LogReader {
  /** When the work ended, in milliseconds since the epoch; null while it runs. */
  endedAtMs(signal: AbortSignal): Promise<number | null>
  /** One page of the log, oldest line first. */
  readLog(page: string | undefined, signal: AbortSignal): Promise<WirePage>
  /** All errors, oldest first. */
  readErrors(signal: AbortSignal): Promise<WireLine[]>
  /** Whether the error says that OCI does not have the work request. */
  isForgotten(error: unknown): boolean
  /** Whether the error says that the page token has expired. The log is then read from its beginning. */
  isStalePage(error: unknown): boolean
}

/** How far a log has been read. */
export interface LogState {
  /** The work has ended and every line is archived. */
  isEnded: boolean
  /** The work has ended. Late lines may still come; `isEnded` follows when a read finds nothing new. */
  isOver: boolean
  /** The last page, which may still grow; the lines counted before it; and how much the last read found on it. */
  last: { page: string | undefined; before: ReadonlyMap<string, number>; found: string }
}

/** Lines may come this long after the work has ended. OCI documents no limit, so this is a generous guess. */
const lateMs = 60_000

const fromTheBeginning: LogState['last'] = { page: undefined, before: new Map(), found: '' }

const ended: LogState = { isEnded: true, isOver: true, last: fromTheBeginning }

/**
 * Archives the lines that a log has gained since the last read. Each read fetches only the last page. After the work has
 * ended, the whole log is read until a read finds nothing new or `lateMs` have passed, because lines may come late.
 * `openReader` may throw when the connection was removed; a completely archived log does not need it.
 */
export function logSource(archive: LogArchive, key: LogKey, openReader: () => LogReader): Source<LogState> {
  return {
    async read(previous, signal) {
      const archived = previous ? null : await archive.stateOf(key)
      if (archived?.isEnded) {
        await archive.catchUp()
        return ended
      }
      const reader = openReader()
      try {
        return await readNewLines(reader, previous, signal)
      } catch (error) {
        if (!reader.isForgotten(error) || !(await archive.stateOf(key))) throw error
        await archive.note(key, true)
        return ended
      }
    },
    async kept() {
      const archived = await archive.stateOf(key)
      return archived && { ...ended, isEnded: archived.isEnded, isOver: archived.isEnded }
    },
    // The log feed delivers the lines, from the archive.
    whole: () => [],
    changes: () => [],
    moving: ({ isOver }) => !isOver,
    ended: ({ isEnded }) => isEnded,
  }

  async function readNewLines(
    reader: LogReader,
    previous: LogState | undefined,
    signal: AbortSignal,
  ): Promise<LogState> {
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

  /** Archives page by page, so that watchers of a long log get its beginning while the rest is being read. */
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
      // Most reads find the same as the read before. Skip the archive's search for new lines then.
      const isUnchanged = last && page === from.page && found === from.found
      if (!isUnchanged) added += await archive.append(key, [...lines, ...due].sort(inTimeOrder))
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

/** The result for an expired page token. */
const stale: WireLine[] = []

/** Gives equal lines the ordinals 0, 1, …, and continues the numbers in `counts`. */
function numbered(lines: readonly WireLine[], counts: Map<string, number>): FoundLine[] {
  return lines.map((line) => {
    const print = `${line.kind} ${line.at} ${line.text}`
    const ordinal = counts.get(print) ?? 0
    counts.set(print, ordinal + 1)
    return { ...line, ordinal }
  })
}

/** Stable: of the same millisecond, the log line comes before the error, because it names the step that fails. */
const inTimeOrder = (one: WireLine, other: WireLine) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)
