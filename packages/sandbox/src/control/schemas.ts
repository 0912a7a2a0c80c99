import { operationIds, operations } from '@gatehouse/oci-api'
import { regionNames } from '../world/seed/regions.ts'
import { userNames } from '../world/seed/tenancy.ts'

/** JSON Schemas of what the control API takes. */

const text = { type: 'string', minLength: 1, maxLength: 4000 }
const ocid = { type: 'string', minLength: 1, maxLength: 255 }
const user = { enum: userNames }
const service = { enum: ['operator-access-control', 'delegate-access-control'] }

/** An object that has these members and no others. */
export const object = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

export const clockAdvance = object({ ms: { type: 'number', minimum: 0, maximum: 366 * 86_400_000 } }, ['ms'])

const services = new Set(operationIds.map((id) => operations[id].service))

/** A hundred a second keep a core busy with little else. */
export const mostMovesPerMinute = 6000

export const moves = object({ perMinute: { type: 'number', minimum: 0, maximum: mostMovesPerMinute } }, ['perMinute'])

export const faultRule = object(
  {
    operation: { enum: ['*', ...Array.from(services, (service) => `${service}.*`), ...operationIds] },
    resourceId: ocid,
    compartmentId: ocid,
    region: { enum: regionNames },
    times: { type: 'integer', minimum: 1 },
    probability: { type: 'number', minimum: 0, maximum: 1 },
    delayMs: { type: 'number', minimum: 0, maximum: 600_000 },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: text,
    message: text,
    retryAfterSeconds: { type: 'number', minimum: 0 },
    break: { enum: ['cut', 'garbage', 'html', 'portal', 'endless-pages', 'same-page'] },
    afterEffect: { type: 'boolean' },
  },
  ['operation'],
)

export const poolRefusal = object({ message: text })

export const wantedAccessRequest = object(
  {
    service,
    region: text,
    compartment: text,
    severity: { enum: ['S1', 'S2', 'S3', 'S4'] },
    approvers: { type: 'integer', minimum: 1, maximum: 10 },
    actions: { type: 'array', minItems: 1, items: text },
    hours: { type: 'integer', minimum: 1, maximum: 1000 },
    summary: text,
    reason: text,
    startsAt: { type: 'string', format: 'date-time' },
    isDuringMaintenance: { type: 'boolean' },
    revokeFails: { type: 'boolean' },
  },
  ['service'],
)

export const extension = object({ hours: { type: 'integer', minimum: 1, maximum: 1000 } }, ['hours'])

export const wantedDecision = object({ decision: { enum: ['approve', 'reject', 'revoke'] }, user, comment: text }, [
  'decision',
  'user',
])

export const wantedWorkRequest = object(
  {
    service: { enum: ['desktops', 'delegate-access-control'] },
    region: text,
    compartment: text,
    operationType: text,
    resourceId: ocid,
    lines: { type: 'integer', minimum: 0, maximum: 1_000_000 },
  },
  ['service'],
)

export const logLines = object({ lines: { type: 'array', minItems: 1, items: { type: 'string' } } }, ['lines'])

export const workRequestErrors = object(
  { errors: { type: 'array', minItems: 1, items: object({ code: text, message: text }, ['message']) } },
  ['errors'],
)

export const finalStatus = object({ status: { enum: ['SUCCEEDED', 'FAILED', 'CANCELED', 'NEEDS_ATTENTION'] } }, [
  'status',
])

export const wantedToken = object({ user, publicKeyPem: text, minutes: { type: 'number' } }, ['user'])
