import type { QueryClient } from '@tanstack/react-query'
import { connectionsQuery } from './api/connections.ts'
import { Frame } from './frame/Frame.tsx'
import { things, loadThings } from './things.ts'
import { WaitingCount } from './access-requests/WaitingCount.tsx'

/** The connections are wanted on every page; one that cannot be read says so itself. */
export const loader = (client: QueryClient) => async () => {
  await client.prefetchQuery(connectionsQuery)
  return null
}

/** The frame, with what the rooms bring to it. */
export default function SignedIn() {
  return <Frame waiting={<WaitingCount />} things={things} loadThings={loadThings} />
}
