import type { OperationId, OperationInput, OperationOutput } from '@gatehouse/oci-api'
import type { OciReply } from './answer.ts'
import type { OciErrorKind } from './error.ts'
import type { RetryOptions } from './retry.ts'

/** Options of one call. They override the client's. */
export interface OciCallOptions {
  /** Aborts the call: it rejects with `aborted`, with the signal's reason as `cause`. */
  readonly signal?: AbortSignal | undefined
  /** The deadline of this call, in milliseconds. */
  readonly callMs?: number | undefined
  /**
   * The silence allowed in each attempt of this call, in milliseconds. Raises the deadline to at least this, unless
   * `callMs` is set. Throws `bad-input` when it is not above 0.
   */
  readonly readMs?: number | undefined
  /** Merged with the client's retry options. False: no retries. */
  readonly retry?: RetryOptions | false | undefined
  /** Overrides the client's option. */
  readonly allowControlCharacters?: boolean | undefined
  /** False: send a new request even when the same read is in flight. */
  readonly join?: boolean | undefined
  /**
   * True for a read that a change waits for. It goes before other reads, may use the reserved slots of the budget, and
   * never joins a read in flight. Calls that change something are always urgent. False.
   */
  readonly urgent?: boolean | undefined
}

/** Calls one operation. Rejects with OciError and nothing else. */
export type Call = <Id extends OperationId>(
  operation: Id,
  input: OperationInput<Id>,
  options?: OciCallOptions,
) => Promise<OciReply<OperationOutput<Id>>>

/** One ended attempt of a call. */
export interface OciCallEvent {
  readonly operation: OperationId
  /** 1 for the first. */
  readonly attempt: number
  readonly durationMs: number
  /** The HTTP status; absent when no answer came. */
  readonly status: number | undefined
  /** Absent on success. */
  readonly error: { readonly kind: OciErrorKind; readonly code: string | undefined } | undefined
  /** From OCI's answer; absent when there is no answer or the answer has none. */
  readonly opcRequestId: string | undefined
  /** The `opc-request-id` of the request; absent when no attempt can have left this process. */
  readonly sentRequestId: string | undefined
  /** How long until the next attempt; absent when there is none. */
  readonly retryInMs: number | undefined
}
