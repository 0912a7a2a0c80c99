import type { WorkService } from '@gatehouse/contract'
import type { OciClient } from '@gatehouse/oci-client'
import { OciError } from '@gatehouse/oci-client'
import type { LogReader, WireLine } from '../live/log-source.ts'
import { toProblem } from '../problem.ts'
import { wellFormed } from '../well-formed.ts'

/** Lines per page. Full pages of a long log are read only once. */
const pageSize = 500

interface LogReaderOptions {
  client: OciClient
  service: WorkService
  workRequestId: string
  endedAtMs: LogReader['endedAtMs']
}

/** Reads the log and the errors of a work request of either service, oldest first. */
export function workRequestLogReader({ client, service, workRequestId, endedAtMs }: LogReaderOptions): LogReader {
  const { logs, errors } = operations[service]
  const where = { workRequestId, sortOrder: 'ASC', limit: pageSize } as const
  return {
    endedAtMs,
    async readLog(page, signal) {
      const { body, nextPage } = await client.call(logs, page === undefined ? where : { ...where, page }, { signal })
      return { lines: body.items.map(toLine), next: nextPage }
    },
    readErrors: (signal) => Array.fromAsync(client.items(errors, where, { signal }), toError),
    isForgotten: (error) => toProblem(error).code === 'not_found',
    // OCI reports an expired page token as an invalid parameter.
    isStalePage: (error) => error instanceof OciError && error.status === 400,
  }
}

const operations = {
  desktops: { logs: 'desktops.listWorkRequestLogs', errors: 'desktops.listWorkRequestErrors' },
  'delegate-access-control': {
    logs: 'delegate-access-control.listWorkRequestLogs',
    errors: 'delegate-access-control.listWorkRequestErrors',
  },
} as const

const toLine = ({ message, timestamp }: { message: string; timestamp: string }): WireLine => ({
  kind: 'log',
  at: utc(timestamp),
  code: null,
  text: wellFormed(message),
})

const toError = ({ code, message, timestamp }: { code: string; message: string; timestamp: string }): WireLine => ({
  kind: 'error',
  at: utc(timestamp),
  code,
  text: wellFormed(message),
})

/** In one format, so that times compare as text. */
const utc = (timestamp: string) => new Date(timestamp).toISOString()
