import type { AccessService, WorkService } from '@gatehouse/contract'
import type { Touch } from '../live/live-hub.ts'
import type { ListingKind } from '../live/topic.ts'
import type { Place } from './act.ts'

/** The topic of one thing of Secure Desktops. */
export const thing = (kind: 'desktop-pool' | 'desktop-pool-desktops', { connection, id }: Place): Touch => ({
  kind,
  connectionId: connection.id,
  id,
})

export const accessRequest = ({ connection, service, id }: Place): Touch => ({
  kind: 'access-request',
  connectionId: connection.id,
  service: service as AccessService, // acts on access requests have no other
  id,
})

export const workRequest = ({ connection, service, id }: Place): Touch => ({
  kind: 'work-request',
  connectionId: connection.id,
  service: service as WorkService, // acts on work requests have no other
  id,
})

/** The part of a listing with the subject; the whole listing when its compartment is unknown. */
export const listingAt = (kind: ListingKind, { connection, service }: Place, compartmentId: string | null): Touch =>
  compartmentId === null ? kind : { listing: kind, connectionId: connection.id, service, compartmentId }
