import type { LogLine } from '@gatehouse/contract'

export interface AppendedLines {
  /** Oldest first, each line once. */
  lines: LogLine[]
  /**
   * The sequence after which lines are missing (0: from the first), or null when the log is complete. Request the lines
   * after it and append them too.
   */
  gapAfter: number | null
}

/**
 * Appends lines to a log, in any order and with duplicates. Line numbers run from 1 without gaps, so lines lost by a
 * broken connection are detected.
 */
export function appendLines(existing: readonly LogLine[], arrived: readonly LogLine[]): AppendedLines {
  const last = existing.at(-1)
  const fresh = arrived.filter((line) => !last || line.sequence > last.sequence).sort(bySequence)
  const older = arrived.length > fresh.length && holesIn(existing) ? arrived : []
  const lines = unique(older.length > 0 ? [...existing, ...older, ...fresh].sort(bySequence) : [...existing, ...fresh])
  return { lines, gapAfter: gapIn(lines) }
}

const bySequence = (a: LogLine, b: LogLine) => a.sequence - b.sequence

const unique = (sorted: LogLine[]) => sorted.filter((line, index) => line.sequence !== sorted[index - 1]?.sequence)

/** A complete log of n lines begins with number 1 and ends with n. */
const holesIn = (lines: readonly LogLine[]) =>
  lines.length > 0 && (lines[0]?.number !== 1 || lines.at(-1)?.number !== lines.length)

function gapIn(lines: readonly LogLine[]) {
  if (!holesIn(lines)) return null
  const index = lines.findIndex((line, position) => line.number !== position + 1)
  return index <= 0 ? 0 : (lines[index - 1]?.sequence ?? 0)
}
