import type { Api, LogLine } from '@gatehouse/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { appendLines } from '../live/append-lines.ts'

export type WorkRequestPlace = { connectionId: string; service: string; id: string }

const linesPerRead = 20_000

const paramsOf = ({ connectionId, service, id }: WorkRequestPlace) => ({
  connectionId,
  service: service as Api['GET /api/work-requests/:connectionId/:service/:workRequestId']['params']['service'], // the BFF refuses others
  workRequestId: id,
})

export const workRequestQuery = (place: WorkRequestPlace) =>
  queryOptions({
    queryKey: ['work-requests', 'one', place.connectionId, place.service, place.id],
    queryFn: ({ signal }) =>
      call('GET /api/work-requests/:connectionId/:service/:workRequestId', { params: paramsOf(place), signal }),
  })

/** Asks OCI to cancel the work. Only Secure Desktops can. */
export const cancelWorkRequest = ({ connectionId, id }: Omit<WorkRequestPlace, 'service'>, attemptId: string) =>
  call('POST /api/work-requests/:connectionId/:service/:workRequestId/cancel', {
    params: { connectionId, service: 'desktops', workRequestId: id },
    body: { attemptId },
  })

export interface WorkRequestLog {
  /** Oldest first. */
  lines: LogLine[]
  /** The work has ended and every line is here. */
  ended: boolean
  /** How often the archive went back to before the lines that were here, as by the restore of a backup. */
  resets: number
  /** The last number of the lines that were dropped then. Null when the log only grew. */
  rereadTo: number | null
}

const noLog: WorkRequestLog = { lines: [], ended: false, resets: 0, rereadTo: null }

/** The log from which its archive went back: its lines are dropped, and come again as far as the archive has them. */
export const resetLog = ({ lines, resets, rereadTo }: WorkRequestLog): WorkRequestLog => ({
  lines: [],
  ended: false,
  resets: resets + 1,
  rereadTo: lines.at(-1)?.number ?? rereadTo ?? 0,
})

/** The complete archived log. The stream appends new lines; a read resumes where the last one ended. */
export const workRequestLogQuery = (place: WorkRequestPlace) =>
  queryOptions({
    queryKey: ['work-requests', 'log', place.connectionId, place.service, place.id],
    queryFn: async ({ signal, client, queryKey }): Promise<WorkRequestLog> => {
      const existing = client.getQueryData<WorkRequestLog>(queryKey) ?? noLog
      const { gapAfter } = appendLines(existing.lines, [])
      return readLog(place, existing, gapAfter ?? existing.lines.at(-1)?.sequence ?? 0, signal)
    },
    staleTime: Infinity,
    structuralSharing: (existing, arrived) =>
      withLinesOf(existing as WorkRequestLog | undefined, arrived as WorkRequestLog), // the types are this query's own
  })

/** Keeps lines that the stream appended during the read, and a reset that it reported. */
function withLinesOf(existing: WorkRequestLog | undefined, log: WorkRequestLog): WorkRequestLog {
  if (!existing || existing.resets < log.resets) return log
  if (existing.resets > log.resets) return existing
  if ((existing.lines.at(-1)?.sequence ?? 0) <= (log.lines.at(-1)?.sequence ?? 0)) return log
  return { ...log, lines: appendLines(log.lines, existing.lines).lines, ended: existing.ended || log.ended }
}

/** The existing log with all archived lines after `after`. */
export async function readLog(
  place: WorkRequestPlace,
  existing: WorkRequestLog,
  after: number,
  signal?: AbortSignal,
): Promise<WorkRequestLog> {
  let log = existing
  for (let from = after; ;) {
    const reply = await call('GET /api/work-requests/:connectionId/:service/:workRequestId/log', {
      params: paramsOf(place),
      query: { after: from, limit: linesPerRead },
      signal,
    })
    if (reply.reset) log = resetLog(log)
    log = { ...log, lines: appendLines(log.lines, reply.lines).lines, ended: reply.ended }
    const last = reply.lines.at(-1)
    if (!reply.more || !last) return log
    from = last.sequence
  }
}

/** The address of the log as a file. */
export const downloadUrl = ({ connectionId, service, id }: WorkRequestPlace, format: 'text' | 'json-lines') =>
  `/api/work-requests/${encodeURIComponent(connectionId)}/${encodeURIComponent(service)}/${encodeURIComponent(id)}/log/download?format=${format}`
