import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvents } from '@gatehouse/contract'
import type { LiveHandlers } from '../live/handlers.ts'
import { windowKey } from './queries.ts'

type WindowEvent = LiveEvents['window']

/** A window whose version differs from the one held is read again; its freshness is taken over in any case. */
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
  // counts have no freshness
  if ('freshness' in held) client.setQueryData<Held>(queryKey, { ...held, freshness })
  // the overview has one freshness for each of its parts, and the event one for all
  if (held.version === version && queryKey[0] !== 'overview') return true
  void client.invalidateQueries({ queryKey, exact: true })
  return true
}

/** The answer to the first read may be older than the event. */
async function takeOverAfterRead(client: QueryClient, event: WindowEvent) {
  const read = client.getQueryCache().find({ queryKey: windowKey(event.topic), exact: true })?.promise
  if (!read) return
  await read.catch(() => {})
  takeOver(client, event)
}
