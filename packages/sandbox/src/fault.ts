/**
 * An error in OCI's dialect: `{ code, message }` in the body and the status in the status line.
 * Codes and statuses: docs.oracle.com/iaas/Content/API/References/apierrors.htm.
 */
export class Fault extends Error {
  override name = 'Fault'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const invalidParameter = (message: string) => new Fault(400, 'InvalidParameter', message)

export const missingParameter = (message: string) => new Fault(400, 'MissingParameter', message)

export const cannotParseRequest = (message: string) => new Fault(400, 'CannotParseRequest', message)

/** More than the tenancy's limits allow. */
export const limitExceeded = (message: string) => new Fault(400, 'LimitExceeded', message)

/** Something named in the body is missing or forbidden. */
export const relatedResourceNotFound = (message: string) =>
  new Fault(400, 'RelatedResourceNotAuthorizedOrNotFound', message)

export const notAuthenticated = (message: string) => new Fault(401, 'NotAuthenticated', message)

/** OCI answers alike for what is forbidden and what is not there, so that ids cannot be probed. */
export const notAuthorizedOrNotFound = (what = 'The resource') =>
  new Fault(404, 'NotAuthorizedOrNotFound', `Authorization failed or requested resource not found. ${what}`.trim())

export const incorrectState = (message: string) => new Fault(409, 'IncorrectState', message)

export const alreadyExists = (message: string) => new Fault(409, 'NotAuthorizedOrResourceAlreadyExists', message)

export const invalidatedRetryToken = (message: string) => new Fault(409, 'InvalidatedRetryToken', message)

export const noEtagMatch = (message: string) => new Fault(412, 'NoEtagMatch', message)
