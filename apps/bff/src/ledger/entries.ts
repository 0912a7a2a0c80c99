import type { ActStatus, ProblemCode, Role, ServiceId } from '@gatehouse/contract'

/*
 * What the ledger holds of an act, as a union by kind. An attempt has one intent, written before OCI is called, and then
 * any number of the others, in the order in which they happened.
 */

/** Who asked for what, and the call that carries it out. Written before anything is sent. */
export interface Intent {
  kind: 'intent'
  attemptId: string
  /** RFC 3339, UTC, with milliseconds, as in every entry. */
  at: string
  /** An `ActName`, or the name of an act of another version of Gatehouse. */
  act: string
  person: { id: string; name: string; role: Role }
  connectionId: string
  /** Where the subject lies; null in entries of version 1. */
  compartmentId: string | null
  service: ServiceId
  subjectId: string
  subjectName: string
  comment: string | null
  /** The version of the thing that the person saw. */
  seen: string | null
  /** The version of the thing that was read just before sending; null in entries of version 1. */
  baseline: string | null
  /** The OCID of the OCI user whose key signs; null when the principal is not a user. */
  signedAs: string | null
  /** An `OperationId`. */
  operation: string
  /** Without the retry token. */
  input: Record<string, unknown>
  /** Null for an operation that takes none. */
  retryToken: string | null
}

/** It is sent again under the same token: by a person, or (a revoke) by Gatehouse, then `person` is null. */
export interface Resend {
  kind: 'resend'
  attemptId: string
  at: string
  person: { id: string; name: string; role: Role } | null
}

/** What came of sending. */
export interface Answer {
  kind: 'answer'
  attemptId: string
  at: string
  status: 'accepted' | 'failed' | 'unknown'
  /** False when it is certain that no request left Gatehouse. */
  wasSent: boolean
  workRequestId: string | null
  /** OCI's own. */
  opcRequestId: string | null
  ociCode: string | null
  problemCode: ProblemCode | null
  /** Why it failed or is unknown; null when it was accepted. */
  problem: string | null
}

/** What was read at OCI afterwards. `unknown` is final: reading could not settle it. */
export interface Effect {
  kind: 'effect'
  attemptId: string
  at: string
  status: 'done' | 'failed' | 'unknown'
  /** A whole sentence. */
  note: string
  workRequestId: string | null
}

/** A person stopped Gatehouse from sending a revoke again. */
export interface StopTrying {
  kind: 'stop-trying'
  attemptId: string
  at: string
  person: { id: string; name: string; role: Role }
}

export type Entry = Intent | Resend | Answer | Effect | StopTrying

/** An entry with its place in the chain. */
export type Recorded<E extends Entry = Entry> = E & { version: number; sequence: number; hash: string }

/** All that is recorded of one attempt. */
export interface Attempt {
  intent: Recorded<Intent>
  resends: Recorded<Resend>[]
  /** The latest. */
  answer: Recorded<Answer> | null
  effect: Recorded<Effect> | null
  stopTrying: Recorded<StopTrying> | null
  /** The effect's, else the answer's, else `sent`. */
  status: ActStatus
  /** The hash of its latest entry. */
  hash: string
}

/** When it was sent last, as far as the ledger knows: milliseconds since 1970. */
export const lastSentMs = ({ intent, resends }: Attempt): number => Date.parse((resends.at(-1) ?? intent).at)
