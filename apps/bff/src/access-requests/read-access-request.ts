import type { AccessRequest, AccessService } from '@gatehouse/contract'
import type { OciCallOptions } from '@gatehouse/oci-client'
import type { BffConnection } from '../keyring/keyring.ts'
import type { Decided } from './approvals.ts'
import type { ActionCatalogue } from './action-catalogue.ts'
import type { Control } from './control.ts'
import { readDacAccessRequest } from './read-dac.ts'
import { readOacAccessRequest } from './read-oac.ts'

/** The dependencies and caches for reading access requests. */
export interface ReadingRoom {
  /** Recorded decisions on an access request that did not fail, oldest first. */
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
  /** Reads only what a decision needs: a fresh control, and no history, conversation or texts. */
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
 * Reads an access request and, in parallel, its control, actions, history and conversation. Rejects when the access request
 * itself cannot be read; `missing` lists all other parts that could not be read. `etag` if OCI provides one.
 */
export const readAccessRequest = (room: ReadingRoom, address: AccessRequestAddress, options: ReadOptions = {}) =>
  readers[address.service](room, address, options)
