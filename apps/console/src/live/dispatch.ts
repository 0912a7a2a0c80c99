import type { QueryClient } from '@tanstack/react-query'
import type { AllLiveHandlers } from './handlers.ts'
import type { LiveEvent } from './protocol.ts'

type Handled = Exclude<LiveEvent, { name: 'topic-state' }>

/** Gives an event to the handler of its name. */
export function dispatch(handlers: AllLiveHandlers, client: QueryClient, event: Handled) {
  // name and data belong together; the compiler cannot follow the lookup
  const handler = handlers[event.name] as (client: QueryClient, data: Handled['data']) => void
  handler(client, event.data)
}
