import type { AccessRequest, AccessService } from '@gatehouse/contract'
import type { BffConnection } from '../../keyring/keyring.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { ActionCatalogue } from './action-catalogue.ts'
import type { Control } from './control.ts'
import { readDacAccessRequest } from './read-dac.ts'
import { readOacAccessRequest } from './read-oac.ts'

/** What reading access requests draws on, and keeps between looks. */
export interface ReadingRoom {
  ledger: Ledger
  catalogue: ActionCatalogue
  /** The control of an access request, as it was lately; `anew` reads it. Null when there is none. */
  control(
    connection: BffConnection,
    id: string | undefined,
    anew: boolean | undefined,
    read: (id: string) => Promise<Control>,
  ): Promise<Control | null>
}

export interface AccessRequestAddress {
  connection: BffConnection
  service: AccessService
  id: string
}

export interface ReadOptions {
  signal?: AbortSignal | undefined
  /** Only what a decision rests on: neither history nor conversation nor texts, and the control anew. */
  forDecision?: boolean
}

export type AccessRequestReader = (
  room: ReadingRoom,
  address: AccessRequestAddress,
  options: ReadOptions,
) => Promise<{ accessRequest: AccessRequest; etag: string | undefined }>

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
