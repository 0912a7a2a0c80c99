import type { Action, ServiceId } from '@gatehouse/contract'
import { useQueryClient } from '@tanstack/react-query'
import { touchedBy } from './refresh.ts'

/** Sends an act as a mutation of the query client, which detects an ended session and refetches the touched rooms. */
export function useSend() {
  const client = useQueryClient()
  return (service: ServiceId, request: () => Promise<Action>): Promise<Action> => {
    const options = client.defaultMutationOptions({ mutationFn: request, meta: { touches: touchedBy(service) } })
    return client.getMutationCache().build(client, options).execute(undefined)
  }
}
