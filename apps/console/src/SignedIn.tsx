import type { QueryClient } from '@tanstack/react-query'
import { connectionsQuery } from './api/connections.ts'
import { Frame } from './frame/Frame.tsx'
import { WaitingCount } from './access-requests/WaitingCount.tsx'

/** Every page needs the connections. A connection that cannot be read carries its own problem. */
export const loader = (client: QueryClient) => async () => {
  await client.prefetchQuery(connectionsQuery)
  return null
}

/** The frame with the parts that the rooms provide. */
export default function SignedIn() {
  return <Frame waiting={<WaitingCount />} />
}
