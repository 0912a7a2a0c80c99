import type { LogEntry } from './log-entry.ts'
import { plainText } from './safe-text.ts'

/** A line to draw, a place where lines are missing, or the end of the lines that were read again. */
export type LogRow =
  | { kind: 'line'; entry: LogEntry }
  | { kind: 'gap'; key: string; from: number; to: number }
  | { kind: 'reread'; key: string }

interface RowOptions {
  /** Sequences of the lines to draw; null for all. */
  matches: ReadonlySet<number> | null
  /** The last number of the lines that were read again; null when none were. */
  rereadTo: number | null
}

/**
 * The lines with a marker wherever their numbers jump, and one after those that were read again. With a filter only lines
 * that match are drawn, and no markers.
 */
export function toRows(entries: readonly LogEntry[], { matches, rereadTo }: RowOptions): LogRow[] {
  const rows: LogRow[] = []
  let isMarked = rereadTo === null || matches !== null
  const mark = () => {
    if (!isMarked) rows.push({ kind: 'reread', key: 'reread' })
    isMarked = true
  }
  let expected = 1
  for (const entry of entries) {
    if (matches) {
      if (matches.has(entry.sequence)) rows.push({ kind: 'line', entry })
      continue
    }
    if (entry.number > (rereadTo ?? 0)) mark()
    if (entry.number > expected) {
      rows.push({ kind: 'gap', key: `gap-${expected}`, from: expected, to: entry.number - 1 })
    }
    expected = entry.number + 1
    rows.push({ kind: 'line', entry })
  }
  mark()
  return rows
}

/** Sequences of the lines that contain the words, ignoring case, in order. Empty for an empty search. */
export function findMatches(entries: readonly LogEntry[], words: string): number[] {
  const sought = words.trim().toLowerCase()
  if (!sought) return []
  return entries.filter((entry) => searchable(entry).includes(sought)).map(({ sequence }) => sequence)
}

const searchTexts = new WeakMap<LogEntry, string>()

/** Lower-case text of a line, made once: a search runs at each key. */
function searchable(entry: LogEntry) {
  let text = searchTexts.get(entry)
  if (text === undefined) {
    text = plainText(entry.code ? `${entry.code} ${entry.text}` : entry.text).toLowerCase()
    searchTexts.set(entry, text)
  }
  return text
}

/**
 * The one after (or before) `from` in a list of sequences, going round at the ends; undefined when there is none.
 */
export function neighbour(sequences: readonly number[], from: number | null, step: 1 | -1): number | undefined {
  if (from === null) return step === 1 ? sequences[0] : sequences.at(-1)
  if (step === 1) return sequences.find((sequence) => sequence > from) ?? sequences[0]
  return sequences.findLast((sequence) => sequence < from) ?? sequences.at(-1)
}

/** A text cut where the words stand in it: odd pieces are the words. */
export function cutAt(text: string, words: string): string[] {
  const sought = words.trim().toLowerCase()
  if (!sought) return [text]
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return [text] // places differ then: better unmarked than marked wrongly
  const pieces: string[] = []
  let from = 0
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, from)) {
    pieces.push(text.slice(from, at), text.slice(at, at + sought.length))
    from = at + sought.length
  }
  pieces.push(text.slice(from))
  return pieces
}
