import type { LogLine } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { appendLines } from '../live/append-lines.ts'
import { applyEvent } from '../live/apply-event.ts'
import type { LiveHandlers } from '../live/handlers.ts'
import {
  readLog,
  resetLog,
  workRequestLogQuery,
  workRequestQuery,
  type WorkRequestLog,
  type WorkRequestPlace,
} from './queries.ts'

/** How each event of this room updates the cache. */
export const workRequestEvents: LiveHandlers<'work-request' | 'work-request-log'> = {
  'work-request': (client, { workRequest }) => {
    const { queryKey } = workRequestQuery(workRequest)
    applyEvent(client, queryKey, () => client.setQueryData(queryKey, workRequest))
  },

  'work-request-log': (client, { topic, lines, reset }) => {
    const place = placeOf(topic)
    applyEvent(client, workRequestLogQuery(place).queryKey, () => append(client, place, lines, reset))
  },
}

function append(client: QueryClient, place: WorkRequestPlace, lines: readonly LogLine[], reset: boolean) {
  const { queryKey } = workRequestLogQuery(place)
  let gapAfter: number | null = null
  client.setQueryData(queryKey, (log) => {
    if (!log) return undefined
    const kept = reset ? resetLog(log) : log
    const appended = appendLines(kept.lines, lines)
    gapAfter = appended.gapAfter
    return { ...kept, lines: appended.lines }
  })
  const log = client.getQueryData(queryKey)
  if (log && gapAfter !== null) void fillGap(client, place, log, gapAfter)
}

/** Reads lines that the stream missed. The log marks remaining gaps; the next event retries. */
async function fillGap(client: QueryClient, place: WorkRequestPlace, existing: WorkRequestLog, after: number) {
  const { queryKey } = workRequestLogQuery(place)
  try {
    const filled = await readLog(place, existing, after)
    client.setQueryData(queryKey, filled)
  } catch {
    // the log marks the gap, and the topic state has the reason
  }
}

/** `work-request-log/{connection}/{service}/{id}` */
function placeOf(topic: string): WorkRequestPlace {
  const [, connectionId = '', service = '', id = ''] = topic.split('/')
  return { connectionId, service, id }
}
