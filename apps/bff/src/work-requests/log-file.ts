import type { LogLine } from '@gatehouse/contract'
import type { LogArchive, LogKey } from '../live/log-archive.ts'

export type LogFormat = 'text' | 'json-lines'

const rowsAtOnce = 2_000

/** How each format is called and written. Text is as OCI gave it: whoever opens the file sees every character. */
export const logFormats: Record<LogFormat, { type: string; extension: string; toText: (line: LogLine) => string }> = {
  text: {
    type: 'text/plain; charset=utf-8',
    extension: 'log',
    toText: ({ at, kind, code, text }) => `${at} ${kind === 'error' ? `ERROR ${code ?? ''} ` : ''}${text}\n`,
  },
  'json-lines': {
    type: 'application/x-ndjson; charset=utf-8',
    extension: 'jsonl',
    toText: (line) => `${JSON.stringify(line)}\n`,
  },
}

/** The archived log, a piece at a time, so that a long one is never in memory whole. */
export async function* logFile(archive: LogArchive, key: LogKey, format: LogFormat): AsyncGenerator<string> {
  const { toText } = logFormats[format]
  let after = 0
  for (;;) {
    const lines = await archive.read([key], after, rowsAtOnce)
    const last = lines.at(-1)
    if (!last) return
    after = last.line.sequence
    yield lines.map(({ line }) => toText(line)).join('')
  }
}

/** The last part of an OCID says which it is; the rest would only make the name long. */
export const logFileName = (workRequestId: string, format: LogFormat) =>
  `work-request-${workRequestId.slice(-12).replaceAll(/[^a-zA-Z0-9_-]/g, '_')}.${logFormats[format].extension}`
