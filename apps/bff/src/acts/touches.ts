import type { AccessService, WorkService } from '@gatehouse/contract'
import type { NounName } from '../inventory/noun.ts'
import type { Touch } from '../live/live-hub.ts'
import type { Place } from './act.ts'

export const desktopPool = ({ connection, id }: Place): Touch => ({
  kind: 'desktop-pool',
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

/** The items of a noun in the subject's compartment; everywhere when that is unknown. */
export const itemsAt = (noun: NounName, { connection }: Place, compartmentId: string | null): Touch => ({
  noun,
  place: compartmentId === null ? null : { connectionId: connection.id, compartmentId },
})
