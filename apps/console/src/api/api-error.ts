import type { Problem, ProblemCode } from '@gatehouse/contract'

/** `unreachable`: no answer. `bad_answer`: the answer does not follow the contract. */
export type ApiErrorCode = ProblemCode | 'unreachable' | 'bad_answer'

/** The one error of a call to the BFF. Match on `code`; `message` is a whole sentence to show. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ApiErrorCode
  /** The HTTP status, 0 when no answer came. */
  readonly status: number
  readonly title: string
  /** Ours, as in the BFF's log. */
  readonly requestId: string | undefined
  readonly ociCode: string | undefined
  readonly opcRequestId: string | undefined
  /** Which fields are wrong, by JSON path. */
  readonly errors: readonly { field: string; message: string }[]
  readonly retryAfterSeconds: number | undefined
  /** The act that is recorded as failed; undefined where no act was recorded. */
  readonly attempt: Problem['attempt']

  constructor(
    problem: Pick<Problem, 'title' | 'detail' | 'status'> & Partial<Omit<Problem, 'code'>> & { code: ApiErrorCode },
    options?: ErrorOptions,
  ) {
    super(problem.detail, options)
    this.code = problem.code
    this.status = problem.status
    this.title = problem.title
    this.requestId = problem.requestId
    this.ociCode = problem.ociCode
    this.opcRequestId = problem.opcRequestId
    this.errors = problem.errors ?? []
    this.retryAfterSeconds = problem.retryAfterSeconds
    this.attempt = problem.attempt
  }
}
