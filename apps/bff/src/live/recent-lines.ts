import type { ArchivedLine, LogKey } from './log-archive.ts'

/** How many lines are kept. With them, many watchers of one log need no read of the store. */
export const linesKept = 2_000

/** The last lines written, over all logs, without gaps. */
export function createRecentLines() {
  let lines: ArchivedLine[] = []
  /** Every line after this sequence is kept. Undefined until the first line is written. */
  let since: number | undefined
  /** The last sequence. */
  let last = 0

  return {
    /** The lines must be in order of their sequence, and follow all earlier ones. Another process may have written between. */
    add(written: readonly ArchivedLine[]) {
      const [first] = written
      if (!first) return
      if (first.line.sequence !== last + 1) {
        since = first.line.sequence - 1
        lines = []
      }
      last = written.at(-1)?.line.sequence ?? last
      lines.push(...written)
      if (lines.length <= linesKept * 2) return
      since = lines.at(-linesKept - 1)?.line.sequence
      lines = lines.slice(-linesKept)
    },

    /** The last sequence that is known of. */
    last: () => last,

    /** Lines up to this sequence exist and are not kept. */
    skipTo(sequence: number) {
      since = sequence
      last = sequence
      lines = []
    },

    /** Null when some line after the sequence is no longer kept. */
    since(keys: readonly LogKey[], after: number): ArchivedLine[] | null {
      if (since === undefined || after < since) return null
      const start = lines.findLastIndex(({ line }) => line.sequence <= after) + 1
      return lines
        .slice(start)
        .filter(({ key }) =>
          keys.some((one) => one.workRequestId === key.workRequestId && one.connectionId === key.connectionId),
        )
    },
  }
}
