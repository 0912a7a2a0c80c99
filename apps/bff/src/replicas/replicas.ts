import type { TokenSource } from '@gatehouse/oci-client'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Message, MessageOf } from './message.ts'

/**
 * What the processes that serve one store share. On SQLite there is one process: it holds every lease at once, and has no one
 * to tell anything.
 */
export interface Replicas {
  /** Several processes may serve this store. */
  readonly areSeveral: boolean
  readonly leases: Leases
  readonly channel: Channel
  /** Grants the calls of a connection to all replicas together. Undefined: there is only one. */
  budgetOf(connectionId: string): TokenSource | undefined
  /** Gives back all leases. */
  close(): Promise<void>
}

/** Messages between replicas. A replica does not get its own. */
export interface Channel {
  send(message: Message): void
  /** Call the result to unsubscribe. */
  on<Kind extends Message['is']>(kind: Kind, listener: (message: MessageOf<Kind>) => void): () => void
}

/**
 * Decides which replica does what only one may do. A lease that is not renewed, because its holder died or cannot reach the
 * database, ends after some seconds; then another replica gets it.
 */
export interface Leases {
  /** Asks for the lease until the result is told to leave. Of all competitors one holds it. One per name and process. */
  compete(name: string, competitor: Competitor): Competition
  /**
   * Resolves when the caller holds the lease; to null when another caller holds it for longer than `withinMs`, 0 by default.
   * Callers of one process get it in the order in which they asked. Rejects when the database cannot be reached.
   */
  acquire(name: string, withinMs?: number): Promise<Lease | null>
  /**
   * Keeps the lease from ending until the transaction does. The last statement of it, so that a renewal hardly waits. Rejects
   * with a LeaseLost when another replica holds it, which may have written something newer.
   */
  guard(transaction: Transaction<Tables>, name: string): Promise<void>
}

export interface Competitor {
  /** This replica holds the lease. On SQLite, called before `compete` returns. */
  won(): void
  /** It does not any more. */
  lost(): void
  /** Another replica holds it. Called every few seconds, with what the holder noted last. */
  noted?(note: string | null): void
  /** The database cannot be reached. */
  failed?(error: unknown): void
}

export interface Competition {
  /** Tells the other competitors with the next renewal. Only for the holder. */
  note(text: string): void
  /** Gives the lease back, or stops asking for it. */
  leave(): void
}

export interface Lease {
  isHeld(): boolean
  release(): void
}

/** The caller's lease has ended, and another replica may hold it. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}
