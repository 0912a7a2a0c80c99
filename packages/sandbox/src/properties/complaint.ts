import type { OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import { answerValidator } from '../server/schemas.ts'
import type { WireAnswer } from './rig.ts'

const reasons: Readonly<Record<number, readonly string[]>> = {
  400: ['InvalidParameter', 'MissingParameter', 'RelatedResourceNotAuthorizedOrNotFound', 'LimitExceeded'],
  404: ['NotAuthorizedOrNotFound'],
  409: ['IncorrectState', 'NotAuthorizedOrResourceAlreadyExists'],
}

/** What is wrong with the answer to a call that its schemas allow: neither a good one nor a refusal with a reason. */
export function complaint(id: OperationId, { status, body }: WireAnswer): string | undefined {
  if (status >= 200 && status < 300) {
    const validate = answerValidator(operations[id])
    if (!validate) return body === undefined ? undefined : 'a body where the operation has none'
    return validate(body) ? undefined : `another body than its model: ${JSON.stringify(validate.errors)}`
  }
  if (!reasons[status]?.includes(body?.code)) return `status ${status}, ${JSON.stringify(body)}`
  return /\w.{10}/.test(body.message) ? undefined : `no reason: ${JSON.stringify(body)}`
}
