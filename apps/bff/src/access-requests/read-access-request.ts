import type { AccessRequest, AccessService } from '@gatehouse/contract'
import type { OciCallOptions } from '@gatehouse/oci-client'
import type { BffConnection } from '../keyring/keyring.ts'
import type { Decided } from './approvals.ts'
import type { ActionCatalogue } from './action-catalogue.ts'
import type { Control } from './control.ts'
import { readDacAccessRequest } from './read-dac.ts'
import { readOacAccessRequest } from './read-oac.ts'

/** What reading access requests needs, and what it caches between reads. */
export interface ReadingRoom {
  /** Decisions on an access request that were made here and did not fail, oldest first. */
  decisionsOn(accessRequestId: string): Promise<Decided[]>
  catalogue: ActionCatalogue
  /** The control of an access request, at most a minute old; with `fresh`, read now. Null when it has none. */
  control(
    connection: BffConnection,
    id: string | undefined,
    fresh: boolean | undefined,
    read: (id: string) => Promise<Control>,
  ): Promise<Control | null>
}

export interface AccessRequestAddress {
  connection: BffConnection
  service: AccessService
  id: string
}

export interface ReadOptions {
  /** Only what a decision rests on: neither history nor conversation nor texts, and the control is read now. */
  forDecision?: boolean
  /** For the reads of the access request and of its control. */
  call?: OciCallOptions
}

export type AccessRequestReader = (
  room: ReadingRoom,
  address: AccessRequestAddress,
  options: ReadOptions,
) => Promise<ReadAccessRequest>

export interface ReadAccessRequest {
  accessRequest: AccessRequest
  /** Null when OCI does not say. */
  compartmentId: string | null
  etag: string | undefined
}

const readers: Record<AccessService, AccessRequestReader> = {
  'operator-access-control': readOacAccessRequest,
  'delegate-access-control': readDacAccessRequest,
}

/**
 * Reads an access request with its control, actions, history and conversation at once. Rejects when the access request
 * itself cannot be read; of everything else `missing` says what could not be. `etag` where OCI gives one.
 */
export const readAccessRequest = (room: ReadingRoom, address: AccessRequestAddress, options: ReadOptions = {}) =>
  readers[address.service](room, address, options)
