import type { LogEntry } from './log-entry.ts'
import { plainText } from './safe-text.ts'

/** One line each: time in UTC, the error's code, the text. */
export const logAsText = (entries: readonly LogEntry[]) => entries.map(lineAsText).join('\n')

const lineAsText = ({ at, kind, code, text }: LogEntry) =>
  `${at} ${kind === 'error' ? `ERROR ${code ?? ''} ` : ''}${plainText(text)}`
