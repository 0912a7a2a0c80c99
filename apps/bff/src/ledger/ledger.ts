import type { Action, ActName, ActivityFilters, ServiceId } from '@gatehouse/contract'
import type { OperationId, OperationInput } from '@gatehouse/oci-api'
import type { Person } from '../access/person.ts'
import type { BffConnection } from '../keyring/keyring.ts'
import type { Problem } from '../problem.ts'

/** A decision or action, with the call that carries it out. */
export interface Act<Id extends OperationId = OperationId> {
  person: Person
  connection: BffConnection
  act: ActName
  /** Chosen by the console: the same attempt is one act, however often it is sent. */
  attemptId: string
  subject: { service: ServiceId; id: string; name: string }
  comment?: string | undefined
  /** The version of the thing that the person saw when they decided. */
  seen?: string | undefined
  operation: Id
  /** Without `opcRetryToken`, which follows from the attempt. */
  input: OperationInput<Id>
}

/** Every decision and action: who, what, when, how it ended. Rows are only ever added, and each is chained to the last. */
export interface Ledger {
  /**
   * Writes the intent, calls OCI, writes the outcome. An attempt made before answers as it did then: it is sent again, with
   * the same retry token, only when its answer was lost. Throws a Problem: why OCI refused it; that the answer was lost
   * and the outcome is `unknown`; `conflict` for an attempt id that was used for something else.
   */
  act<Id extends OperationId>(act: Act<Id>): Promise<Action>
  /** Records an act that we refuse ourselves, without asking OCI, and throws that Problem. */
  refuse<Id extends OperationId>(act: Act<Id>, problem: Problem): Promise<never>
  /** The Action of an attempt, if there is one. */
  find(attemptId: string): Promise<Action | null>
  /** Newest first; `before` and `next` are sequences. */
  list(
    filters: ActivityFilters & { before?: number; limit?: number },
  ): Promise<{ items: Action[]; next: number | null }>
  /** Every confirmed or unresolved decision on a thing, oldest first: to tell which person stood behind an OCI user. */
  decisionsOn(subjectId: string): Promise<Action[]>
  /** Told of each entry when it is written and when it is completed. Call the result to be told no more. */
  onEntry(listener: (action: Action) => void): () => void
  /** Settles what an earlier process left without outcome. Resolves when all is settled; never rejects. */
  resolveInterrupted(): Promise<void>
  /** Waits for acts under way. */
  close(): Promise<void>
}
