import type { QueryClient } from '@tanstack/react-query'
import { dispatch } from './dispatch.ts'
import type { AllLiveHandlers } from './handlers.ts'
import type { LiveEvent } from './protocol.ts'
import { retryImport } from './retry-import.ts'

type Handled = Exclude<LiveEvent, { name: 'topic-state' }>

interface EventSinkOptions {
  client: QueryClient
  load: () => Promise<AllLiveHandlers>
  wait?: (ms: number) => Promise<unknown>
}

/**
 * Gives events to the rooms' handlers, which it loads. Events that come meanwhile wait. When loading fails it is retried,
 * and the queries are read again once the handlers are there, instead of events that would wait for an unknown time.
 */
export function createEventSink({ client, load, wait }: EventSinkOptions): (event: Handled) => void {
  let handlers: AllLiveHandlers | null = null
  let waiting: Handled[] = []
  let hasFailed = false

  const loadOnce = () =>
    load().catch((error: unknown) => {
      hasFailed = true
      waiting = []
      throw error
    })
  void retryImport(loadOnce, wait).then((loaded) => {
    handlers = loaded
    if (hasFailed) void client.invalidateQueries()
    for (const event of waiting.splice(0)) dispatch(loaded, client, event)
  })
  return (event) => {
    if (handlers) dispatch(handlers, client, event)
    else if (!hasFailed) waiting.push(event)
  }
}
