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

/** The address of an act's subject. */
export interface Place {
  connection: BffConnection
  service: ServiceId
  id: string
}

/** The subject of an act, as read just before sending. */
export interface Subject {
  name: string
  compartmentId: string | null
  /** Sent as `if-match` when the operation takes one. */
  etag?: string | undefined
  /** A print of all properties that matter to the act. Equal versions mean that the subject did not change. */
  version: string
}

/** The validated request for an act. */
export interface Request<E extends ActEndpoint = ActEndpoint> {
  person: Person
  place: Place
  params: PartOf<E, 'params'>
  body: PartOf<E, 'body'>
}

type PartOf<E extends ActEndpoint, Key extends 'params' | 'body'> = E['schema'][Key] extends TSchema
  ? Static<E['schema'][Key]>
  : never

/** The members that bodies of acts share. Each endpoint's schema says which of them it has. */
export interface AnyBody {
  attemptId: string
  comment?: string
  seen?: string
}

/** The OCI call that carries out an act, without the retry token, which is derived from the attempt. */
export interface OciCall {
  operation: OperationId
  input: Record<string, unknown>
}

/** Pairs an operation with its input, so that the compiler checks both. */
export const ociCall = <Id extends OperationId>(
  operation: Id,
  input: Omit<OperationInput<Id>, 'opcRetryToken' | 'opcRequestId'>,
): OciCall => ({ operation, input: { ...input } })

/** What acts need to read their subject. */
export interface Reading {
  room: ReadingRoom
  signal?: AbortSignal | undefined
}

/**
 * The declaration of one act. The route, the ledger entries, the refreshes after it, and the follow-up of an unknown
 * outcome are derived from it.
 */
export interface Act<E extends ActEndpoint = ActEndpoint, S extends Subject = Subject> {
  endpoint: E
  /** The service and id of the subject, from the address. */
  subject(params: PartOf<E, 'params'>): { service: ServiceId; id: string }
  /** Reads the subject just before each sending. It must not use a cache or join an earlier read. */
  read(place: Place, reading: Reading): Promise<S>
  /** Checks the request alone, without the subject. */
  checkInput?(request: Request<E>, nowMs: number): Problem | null
  /** Checks the request against the subject and the other unsettled attempts on it. */
  check?(request: Request<E>, subject: S, pending: readonly Attempt[]): Problem | null
  call(request: Request<E>, subject: S): OciCall
  /** Reads the effect of an attempt that OCI accepted or may have received. */
  effect: EffectReading
  /** The topics to read again after the act. */
  touches(place: Place, compartmentId: string | null): Touch[]
  /** Replaces the problem of OCI's refusal when its meaning depends on the subject. */
  explain?(problem: Problem, request: Request<E>, subject: S, reading: Reading): Promise<Problem>
  /** Serial acts on the same subject are sent one after another. */
  isSerial?: boolean
  /** How long Gatehouse itself resends an unknown attempt, in milliseconds. Only for acts that close access. */
  retriesForMs?: number
}

/* The table and the runner hold acts of different types. `any` is safe there: each endpoint's schema validates its request,
   and the runner passes requests on without reading them. */

// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type AnyAct = Act<any, any>
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type AnyRequest = Request<any>

/** Infers the types of an act from its endpoint and its `read`. */
export const declareAct = <E extends ActEndpoint, S extends Subject>(act: Act<E, S>): Act<E, S> => act
