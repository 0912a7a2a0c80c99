import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'

const freshMs = 5 * 60_000

/** The connections with their compartments. They rarely change. */
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: ({ signal }) => call('GET /api/connections', { signal }),
  staleTime: freshMs,
})
