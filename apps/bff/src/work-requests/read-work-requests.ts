import type { WorkRequest, WorkService } from '@gatehouse/contract'
import type { OciCallOptions } from '@gatehouse/oci-client'
import type { BffConnection, Keyring } from '../keyring/keyring.ts'
import type { Place } from '../live/everywhere.ts'
import { listingSource } from '../live/listing-source.ts'
import { isMoving, toWorkRequest } from './to-work-request.ts'

const callMs = 15_000

/** The work requests of both services, over all connections and compartments. */
export const workRequestsSource = (keyring: Keyring) =>
  listingSource<WorkRequest>({
    topic: 'work-requests',
    keyring,
    services: ['desktops', 'delegate-access-control'],
    read: listWorkRequests,
    moving: isMoving,
    toEvent: (data) => ({ event: 'work-requests', data }),
  })

function listWorkRequests({ connection, service, compartment }: Place, signal: AbortSignal): Promise<WorkRequest[]> {
  const { client } = connection
  const where = { compartmentId: compartment.id, limit: 500 }
  const options = { signal, callMs }
  if (service === 'delegate-access-control') {
    const rows = client.items('delegate-access-control.listWorkRequests', where, options)
    return Array.fromAsync(rows, (row) => toWorkRequest(connection, service, row))
  }
  const rows = client.items('desktops.listWorkRequests', where, options)
  return Array.fromAsync(rows, (row) => toWorkRequest(connection, 'desktops', row))
}

/** One work request as it is. */
export async function readWorkRequest(
  connection: BffConnection,
  service: WorkService,
  workRequestId: string,
  options: OciCallOptions = {},
): Promise<WorkRequest> {
  const { client } = connection
  const { body } =
    service === 'desktops'
      ? await client.call('desktops.getWorkRequest', { workRequestId }, options)
      : await client.call('delegate-access-control.getWorkRequest', { workRequestId }, options)
  return toWorkRequest(connection, service, body)
}
