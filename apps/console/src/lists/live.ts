import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvents } from '@gatehouse/contract'
import type { LiveHandlers } from '../live/handlers.ts'
import { createThrottle } from '../ui/throttle.ts'
import { windowKey } from './queries.ts'
import { rowsKey } from './rows-query.ts'

type WindowEvent = LiveEvents['window']

/** Rows that are read by id are read again at most this often. */
const rowsPaceMs = 1000

/**
 * A window whose version differs from the one held is read again; its freshness is taken over in any case. Rows that are
 * read by id belong to no window, so they are read again when a window of their list changes.
 */
export const windowEvents: LiveHandlers<'window'> = {
  window: (client, event) => {
    if (!takeOver(client, event)) void takeOverAfterRead(client, event)
  },
}

interface Held {
  version: string
  freshness?: unknown
}

/** False while the first read of the window has not ended. */
function takeOver(client: QueryClient, { topic, version, freshness }: WindowEvent): boolean {
  const queryKey = windowKey(topic)
  const held = client.getQueryData<Held>(queryKey)
  if (!held) return false
  // counts have no freshness of their own
  if ('freshness' in held) client.setQueryData<Held>(queryKey, { ...held, freshness })
  if (held.version === version) return true
  void client.invalidateQueries({ queryKey, exact: true })
  refreshRows(client, queryKey[0])
  return true
}

/** The answer to the first read may be older than the event. */
async function takeOverAfterRead(client: QueryClient, event: WindowEvent) {
  const read = client.getQueryCache().find({ queryKey: windowKey(event.topic), exact: true })?.promise
  if (!read) return
  await read.catch(() => {})
  takeOver(client, event)
}

const refreshes = new Map<string, ReturnType<typeof createThrottle<QueryClient>>>()

function refreshRows(client: QueryClient, noun: string) {
  const refresh =
    refreshes.get(noun) ??
    createThrottle<QueryClient>(rowsPaceMs, (latest) => void latest.invalidateQueries({ queryKey: rowsKey(noun) }))
  refreshes.set(noun, refresh)
  refresh.push(client)
}
