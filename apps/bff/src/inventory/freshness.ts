import { unreadShown, type Freshness, type ServiceId, type Unread } from '@gatehouse/contract'
import type { BffConnection } from '../keyring/keyring.ts'
import { placeIds } from './noun.ts'
import type { PlaceFailure } from './place-records.ts'
import type { PlacePoller } from './place-poller.ts'
import { isIn, type ScopePlaces } from './scope.ts'

/** A connection whose compartments cannot be read, for one service. */
export interface FailedConnection {
  connection: BffConnection
  service: ServiceId
  failure: PlaceFailure
}

export interface ReadPlaces {
  pollers: Iterable<PlacePoller>
  failed: readonly FailedConnection[]
  /** Connections whose compartments are not known yet. */
  opening: readonly BffConnection[]
}

/** How recent the data of these places is, and what could not be read. */
export function freshnessOf({ pollers, failed, opening }: ReadPlaces, scope: ScopePlaces): Freshness {
  const connections = new Set<BffConnection>()
  const compartments = new Set<string>()
  const unread: Unread[] = []
  let readAt: string | null = null
  let everyMs = 0
  let pending = opening.filter(({ id }) => scope === null || scope.has(id)).length
  let places = pending

  for (const poller of pollers) {
    const { connection, service, compartment } = poller.place
    if (!isIn(scope, placeIds(poller.place))) continue
    const record = poller.record()
    places += 1
    connections.add(connection)
    compartments.add(compartment.id)
    if (record.readAt !== null && (readAt === null || record.readAt < readAt)) readAt = record.readAt
    if (record.failure) unread.push(toUnread(connection.id, service, compartment, record.failure))
    else if (record.readAt === null) pending += 1
    else everyMs = Math.max(everyMs, record.everyMs ?? 0)
  }
  for (const { connection, service, failure } of failed) {
    if (scope !== null && !scope.has(connection.id)) continue
    places += 1
    connections.add(connection)
    unread.push(toUnread(connection.id, service, null, failure))
  }
  unread.sort((one, other) => one.since.localeCompare(other.since))
  return {
    readAt,
    everyMs: Math.round(everyMs),
    sources: {
      connections: connections.size,
      regions: new Set([...connections].map(({ region }) => region)).size,
      compartments: compartments.size,
    },
    places,
    pending,
    unread: unread.slice(0, unreadShown),
    unreadTotal: unread.length,
  }
}

const toUnread = (
  connectionId: string,
  service: ServiceId,
  compartment: Unread['compartment'],
  { since, reason, opcRequestId }: PlaceFailure,
): Unread => ({ connectionId, service, compartment, reason, opcRequestId, since })

/** Whether a page has to show something else: without times and request ids, which differ with every read. */
export const freshnessPrint = ({ unread, unreadTotal, pending, sources }: Freshness): string =>
  JSON.stringify([
    pending,
    unreadTotal,
    sources,
    unread.map(({ connectionId, service, compartment, reason }) => [connectionId, service, compartment?.id, reason]),
  ])
