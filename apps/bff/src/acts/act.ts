import type { ActEndpoint, ServiceId } from '@gatehouse/contract'
import type { OperationId, OperationInput } from '@gatehouse/oci-api'
import type { Static, TSchema } from 'typebox'
import type { Person } from '../access/person.ts'
import type { BffConnection } from '../keyring/keyring.ts'
import type { Attempt } from '../ledger/entries.ts'
import type { Touch } from '../live/live-hub.ts'
import type { Problem } from '../problem.ts'
import type { ReadingRoom } from '../access-requests/read-access-request.ts'
import type { EffectReading } from './effect.ts'

/** Where the thing is that an act concerns. */
export interface Place {
  connection: BffConnection
  service: ServiceId
  id: string
}

/** The thing as it was read just before sending. */
export interface Subject {
  name: string
  compartmentId: string | null
  /** Goes into `if-match` where the operation takes one. */
  etag?: string | undefined
  /** Stands for all that matters to the act: while it is the same, the thing is as it was. */
  version: string
}

/** What a person asks for. */
export interface Request<E extends ActEndpoint = ActEndpoint> {
  person: Person
  place: Place
  params: PartOf<E, 'params'>
  body: PartOf<E, 'body'>
}

type PartOf<E extends ActEndpoint, Key extends 'params' | 'body'> = E['schema'][Key] extends TSchema
  ? Static<E['schema'][Key]>
  : never

/** What every body of an act may hold; an act's own endpoint says what it does hold. */
export interface AnyBody {
  attemptId: string
  comment?: string
  seen?: string
}

/** The call that carries an act out; without the retry token, which follows from the attempt. */
export interface OciCall {
  operation: OperationId
  input: Record<string, unknown>
}

/** An operation with its own input, checked together. */
export const ociCall = <Id extends OperationId>(
  operation: Id,
  input: Omit<OperationInput<Id>, 'opcRetryToken' | 'opcRequestId'>,
): OciCall => ({ operation, input: { ...input } })

/** What the acts draw on when they read. */
export interface Reading {
  room: ReadingRoom
  signal?: AbortSignal | undefined
}

/**
 * One act, declared once. Its route, its entries in the ledger, the refreshes after it, and how doubt about it is settled
 * follow from this.
 */
export interface Act<E extends ActEndpoint = ActEndpoint, S extends Subject = Subject> {
  endpoint: E
  /** The thing it concerns, from the address. */
  subject(params: PartOf<E, 'params'>): { service: ServiceId; id: string }
  /** Reads the thing. Asked for just before each sending, so it must not answer from a cache or join an older read. */
  read(place: Place, reading: Reading): Promise<S>
  /** Why the request cannot be right, whatever the thing looks like. */
  checkInput?(request: Request<E>, nowMs: number): Problem | null
  /** Why it must not be sent, given the thing and the other attempts on it that are not settled. */
  check?(request: Request<E>, subject: S, pending: readonly Attempt[]): Problem | null
  call(request: Request<E>, subject: S): OciCall
  /** How its effect is read, for an attempt that OCI accepted and for one that may have reached it. */
  effect: EffectReading
  /** What shows the thing, and is read again after the act. */
  touches(place: Place, compartmentId: string | null): Touch[]
  /** What OCI's refusal means, where that depends on the thing: the problem to show instead. */
  explain?(problem: Problem, request: Request<E>, subject: S, reading: Reading): Promise<Problem>
  /** Acts of these kinds on one thing are sent one after another. */
  isSerial?: boolean
  /** After doubt, Gatehouse itself sends it again for this long. Only for what closes access. */
  retriesForMs?: number
}

/* Each act takes its own endpoint's request, which is validated by the endpoint's schema. Only the table and what runs the
   acts hold them together, and nothing there reads what a request holds. */

// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type AnyAct = Act<any, any>
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type AnyRequest = Request<any>

/** Infers the act's types from its endpoint and from what it reads. */
export const declareAct = <E extends ActEndpoint, S extends Subject>(act: Act<E, S>): Act<E, S> => act
