import type { OperationId, OperationInput, OperationOutput } from '@gatehouse/oci-api'
import type { OciReply } from './answer.ts'
import type { OciErrorKind } from './error.ts'
import type { RetryOptions } from './retry.ts'

/** What may differ from the client in one call. */
export interface OciCallOptions {
  /** Ends the call when it fires: `aborted`, with the signal's reason as `cause`. */
  readonly signal?: AbortSignal | undefined
  /** Instead of the client's, for this call, in milliseconds. */
  readonly callMs?: number | undefined
  /**
   * Silence allowed in each attempt of this call instead of the client's, in milliseconds. The call takes at least as long
   * unless `callMs` says otherwise. `bad-input` when it is not above 0.
   */
  readonly readMs?: number | undefined
  /** On top of the client's, for this call; false for never. */
  readonly retry?: RetryOptions | false | undefined
  /** Instead of the client's, for this call. */
  readonly allowControlCharacters?: boolean | undefined
  /** False for a request of its own, even when the same read is in flight. */
  readonly join?: boolean | undefined
  /**
   * True for a read that a change waits for: it goes before other reads, as calls that change something always do, has the
   * reserved places of the budget, and never joins a read in flight. False.
   */
  readonly urgent?: boolean | undefined
}

/** Calls one operation. Rejects with OciError and nothing else. */
export type Call = <Id extends OperationId>(
  operation: Id,
  input: OperationInput<Id>,
  options?: OciCallOptions,
) => Promise<OciReply<OperationOutput<Id>>>

/** One attempt of a call, when it has ended. */
export interface OciCallEvent {
  readonly operation: OperationId
  /** 1 for the first. */
  readonly attempt: number
  readonly durationMs: number
  /** The HTTP status; absent when no answer came. */
  readonly status: number | undefined
  /** Absent on success. */
  readonly error: { readonly kind: OciErrorKind; readonly code: string | undefined } | undefined
  /** OCI's own, from its answer; absent when the answer has none, or when none came. */
  readonly opcRequestId: string | undefined
  /** The `opc-request-id` that the request carried; absent while no attempt may have left this process. */
  readonly sentRequestId: string | undefined
  /** How long until the next attempt; absent when there is none. */
  readonly retryInMs: number | undefined
}
