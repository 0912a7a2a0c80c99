import type { AccessRequestSummary } from '@gatehouse/contract'
import type { Keyring } from '../keyring/keyring.ts'
import type { Place } from '../live/everywhere.ts'
import { listingSource } from '../live/listing-source.ts'
import { isMoving } from './phases.ts'
import { fromDelegateAccessControl, fromOperatorAccessControl } from './to-access-request-summary.ts'

/** The access requests of both services, over all connections and compartments. */
export const accessRequestsSource = (keyring: Keyring) =>
  listingSource<AccessRequestSummary>({
    topic: 'access-requests',
    keyring,
    services: ['operator-access-control', 'delegate-access-control'],
    read: readAccessRequests,
    moving: isMoving,
    toEvent: (data) => ({ event: 'access-requests', data }),
  })

function readAccessRequests({ connection, service, compartment }: Place, signal: AbortSignal) {
  const { client } = connection
  const where = { compartmentId: compartment.id, limit: pageSize }
  const options = { signal, callMs }
  if (service === 'operator-access-control') {
    const rows = client.items('operator-access-control.listAccessRequests', where, options)
    return Array.fromAsync(rows, (row) => fromOperatorAccessControl(connection, row))
  }
  const rows = client.items('delegate-access-control.listDelegatedResourceAccessRequests', where, options)
  return Array.fromAsync(rows, (row) => fromDelegateAccessControl(connection, row))
}

/** About the largest page size in Oracle's own samples. */
const pageSize = 500

/** Shorter than the default, so that one slow compartment does not delay the rest for a minute. */
const callMs = 15_000
