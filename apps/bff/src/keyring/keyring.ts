import type { CompartmentRef, ServiceId, Signer } from '@gatehouse/contract'
import type { OciClient } from '@gatehouse/oci-client'
import type { Person } from '../access/person.ts'

/** The connections and the principals that sign on them. */
export interface Keyring {
  readonly connections: readonly BffConnection[]
  /** Throws the Problem `not_found`. */
  get(connectionId: string): BffConnection
  /** Which OCI user signs this person's decisions, per connection. */
  signersOf(person: Person): Signer[]
  /** Reads every key and token. Rejects with a Problem that names the connection of the first one that fails. */
  checkKeys(): Promise<void>
  /** Closes all clients, after calls in flight have ended. */
  close(): Promise<void>
}

/** One tenancy in one region, with the principals that sign there. */
export interface BffConnection {
  readonly id: string
  readonly name: string
  readonly region: string
  readonly tenancyId: string
  readonly services: readonly ServiceId[]
  /** Signs as the shared principal. For reads. */
  readonly client: OciClient
  /** The OCID of the shared principal's OCI user; null when it is not a user. */
  readonly ociUserId: string | null
  /** Signs as the person's own principal, or as the shared one if they have none. For decisions and actions. */
  clientFor(person: Person): PersonalClient
  /**
   * The compartments of this connection, the root first. Cached for ten minutes; concurrent callers share one read. If a
   * read fails, the last result is used; rejects with a Problem when there is none.
   */
  compartments(): Promise<CompartmentRef[]>
  /** From the cache. Null when the cache does not have it. */
  compartment(id: string): CompartmentRef | null
  /** From the cache. Null until it was read. */
  tenancyName(): string | null
}

export interface PersonalClient {
  readonly client: OciClient
  readonly ociUserId: string | null
  /** True for the person's own principal, false for the shared one. */
  readonly own: boolean
}
