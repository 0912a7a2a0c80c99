import type { QueryClient } from '@tanstack/react-query'
import { appendLines } from '../live/append-lines.ts'
import { applyChange } from '../live/apply-change.ts'
import type { LiveHandlers } from '../live/handlers.ts'
import { workRequestsQuery } from '../api/listings.ts'
import { readLog, workRequestLogQuery, workRequestQuery, type WorkRequestPlace } from './queries.ts'

/** What each event of this room changes in the cache. */
export const workRequestEvents: LiveHandlers<'work-requests' | 'work-request' | 'work-request-log'> = {
  'work-requests': (client, change) =>
    client.setQueryData(workRequestsQuery.queryKey, (listing) => applyChange(listing, change)),

  'work-request': (client, { workRequest }) => client.setQueryData(workRequestQuery(workRequest).queryKey, workRequest),

  'work-request-log': (client, { topic, lines }) => {
    const place = placeOf(topic)
    const { queryKey } = workRequestLogQuery(place)
    let gapAfter: number | null = null
    client.setQueryData(queryKey, (log) => {
      if (!log) return undefined
      const appended = appendLines(log.lines, lines)
      gapAfter = appended.gapAfter
      return { ...log, lines: appended.lines }
    })
    if (gapAfter !== null) void fillGap(client, place, gapAfter)
  },
}

/** Reads what the stream did not bring. What stays missing is marked in the log; the next event tries again. */
async function fillGap(client: QueryClient, place: WorkRequestPlace, after: number) {
  const { queryKey } = workRequestLogQuery(place)
  try {
    const { lines } = await readLog(place, [], after)
    client.setQueryData(queryKey, (log) => log && { ...log, lines: appendLines(log.lines, lines).lines })
  } catch {
    // the page shows the gap, and the stream's own state says what is wrong
  }
}

/** `work-request-log/{connection}/{service}/{id}` */
function placeOf(topic: string): WorkRequestPlace {
  const [, connectionId = '', service = '', id = ''] = topic.split('/')
  return { connectionId, service, id }
}
