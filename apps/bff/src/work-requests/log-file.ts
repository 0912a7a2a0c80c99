import type { LogLine } from '@gatehouse/contract'
import type { LogArchive, LogKey } from '../live/log-archive.ts'

export type LogFormat = 'text' | 'json-lines'

const rowsAtOnce = 2_000

/** The extension, content type and line of each format. The text is exactly as OCI sent it. */
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

/** Reads the archived log in batches, so that a long log is never in memory as a whole. */
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

/** Only the last part of the OCID, which is unique, to keep the name short. */
export const logFileName = (workRequestId: string, format: LogFormat) =>
  `work-request-${workRequestId.slice(-12).replaceAll(/[^a-zA-Z0-9_-]/g, '_')}.${logFormats[format].extension}`
