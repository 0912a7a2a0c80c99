import type { ArchivedLine, LogKey } from './log-archive.ts'

/** How many lines are kept; a thousand watchers of one log read the store once between them. */
const linesKept = 2_000

/** The lines written last, over all logs, without a gap between them. */
export function createRecentLines() {
  let lines: ArchivedLine[] = []
  /** All lines after this sequence are here. Unknown until the first is written. */
  let since: number | undefined

  return {
    /** In the order of their sequence, and later than all before. */
    add(written: readonly ArchivedLine[]) {
      const [first] = written
      if (!first) return
      since ??= first.line.sequence - 1
      lines.push(...written)
      if (lines.length <= linesKept * 2) return
      since = lines.at(-linesKept - 1)?.line.sequence
      lines = lines.slice(-linesKept)
    },

    /** Null when some of what came after the sequence is no longer here. */
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
