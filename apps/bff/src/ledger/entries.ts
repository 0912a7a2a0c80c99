import type { ActStatus, ProblemCode, Role, ServiceId } from '@gatehouse/contract'

/* The entries of the ledger, a union by kind. An attempt has one intent, then any number of other entries in time order. */

/** The person, the act, and the call that carries it out. Written before OCI is called. */
export interface Intent {
  kind: 'intent'
  attemptId: string
  /** RFC 3339, UTC, with milliseconds, as in every entry. */
  at: string
  /** An `ActName`, or the name of an act of another version of Gatehouse. */
  act: string
  person: { id: string; name: string; role: Role }
  connectionId: string
  /** The compartment of the subject; null in entries of version 1. */
  compartmentId: string | null
  service: ServiceId
  subjectId: string
  subjectName: string
  comment: string | null
  /** The version of the subject that the person saw. */
  seen: string | null
  /** The version of the subject that was read just before sending; null in entries of version 1. */
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

/** The attempt is resent with the same retry token. `person` is null when Gatehouse resends a revoke by itself. */
export interface Resend {
  kind: 'resend'
  attemptId: string
  at: string
  person: { id: string; name: string; role: Role } | null
}

/** The outcome of sending. */
export interface Answer {
  kind: 'answer'
  attemptId: string
  at: string
  status: 'accepted' | 'failed' | 'unknown'
  /** False when no request left Gatehouse. */
  wasSent: boolean
  workRequestId: string | null
  /** From OCI's answer. */
  opcRequestId: string | null
  ociCode: string | null
  problemCode: ProblemCode | null
  /** Why it failed or is unknown; null when it was accepted. */
  problem: string | null
}

/** The effect that was read at OCI. `unknown` is final: further reads would not settle it. */
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

/** When the attempt was last sent according to the ledger, in milliseconds since 1970. */
export const lastSentMs = ({ intent, resends }: Attempt): number => Date.parse((resends.at(-1) ?? intent).at)
