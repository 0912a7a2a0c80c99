import type { CompartmentRef, ServiceId, Signer } from '@gatehouse/contract'
import type { OciClient } from '@gatehouse/oci-client'
import type { Person } from '../access/person.ts'

/** The connections, and whose key signs on them. */
export interface Keyring {
  readonly connections: readonly BffConnection[]
  /** Throws the Problem `not_found`. */
  get(connectionId: string): BffConnection
  /** Which OCI user signs this person's decisions, per connection. */
  signersOf(person: Person): Signer[]
  /** Reads every key and token that signs. Rejects with a Problem that names the connection where that fails. */
  checkKeys(): Promise<void>
  /** Lets calls in flight end. */
  close(): Promise<void>
}

/** A tenancy and region that we reach, with the principals that sign there. */
export interface BffConnection {
  readonly id: string
  readonly name: string
  readonly region: string
  readonly tenancyId: string
  readonly services: readonly ServiceId[]
  /** Signs as the shared principal: for reading. */
  readonly client: OciClient
  /** The OCID of the shared principal's OCI user; null when it is not a user. */
  readonly ociUserId: string | null
  /** Signs as the person's own principal if there is one, else as the shared one: for decisions and actions. */
  clientFor(person: Person): PersonalClient
  /**
   * The compartments this connection looks at, the root first. Read at most every ten minutes, and once for all who ask
   * at the same time; when a further reading fails, the last one still holds. Throws a Problem when there is none.
   */
  compartments(): Promise<CompartmentRef[]>
  /** From what was read last; null when it is not known. */
  compartment(id: string): CompartmentRef | null
  /** The tenancy's name, once it is read. */
  tenancyName(): string | null
}

export interface PersonalClient {
  readonly client: OciClient
  readonly ociUserId: string | null
  /** The person's own, not the shared one. */
  readonly own: boolean
}
