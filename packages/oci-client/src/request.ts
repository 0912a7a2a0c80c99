import { randomUUID } from 'node:crypto'
import type { Operation, OperationId } from '@gatehouse/oci-api'
import { OciError } from './error.ts'
import type { RequestPlan } from './request-plan.ts'
import { planOf } from './request-plan.ts'
import { headerText, queryTexts, refusal, segment } from './request-values.ts'

/** The request of one call, without endpoint and signature. Retries send it unchanged. */
export interface OciRequest {
  readonly operation: Operation
  /** Path and query, encoded. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
  /** Whether the caller set a header. Then the request differs from others with this target, so reads must not join it. */
  readonly hasOwnHeaders: boolean
}

/**
 * Builds the request of an operation. Generates an `opc-request-id` and an `opc-retry-token` if the operation takes them
 * and the input has none. Throws `bad-input` for unknown, missing and invalid input.
 */
export function buildRequest(id: OperationId, input: object): OciRequest {
  const plan = planOf(id)
  if (!plan) throw new OciError('bad-input', `There is no operation named "${id}".`)
  const values: Record<string, unknown> = { ...input }
  refuseUnknown(plan, values)
  const { operation } = plan
  return {
    operation,
    target: pathOf(plan, values) + queryOf(operation, values),
    headers: headersOf(plan, values),
    body: bodyOf(operation, values),
    hasOwnHeaders: plan.headers.some(({ member }) => values[member] !== undefined),
  }
}

function refuseUnknown({ operation, members }: RequestPlan, values: Record<string, unknown>) {
  for (const name of Object.keys(values)) {
    if (!members.has(name)) {
      throw refusal(operation, `takes no "${name}". It takes ${[...members].join(', ')}.`)
    }
  }
}

function pathOf({ operation, path }: RequestPlan, values: Record<string, unknown>): string {
  let target = ''
  for (const [index, part] of path.entries()) {
    target += index % 2 === 0 ? part : segment(operation, part, values[part])
  }
  return target
}

function queryOf(operation: Operation, values: Record<string, unknown>): string {
  let query = ''
  for (const { name, required, schema } of operation.query) {
    const value = values[name] ?? undefined
    if (required && (value === undefined || value === '')) throw refusal(operation, `needs ${name}, which is missing.`)
    if (value === undefined) continue
    for (const text of queryTexts(operation, name, value, schema)) {
      query += `${query === '' ? '?' : '&'}${name}=${encodeURIComponent(text)}`
    }
  }
  return query
}

function headersOf(
  { operation, headers: headerPlans }: RequestPlan,
  values: Record<string, unknown>,
): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (operation.method === 'POST' || operation.method === 'PUT') headers['content-type'] = 'application/json'
  for (const { name, member } of headerPlans) {
    const value = values[member] ?? generatedHeader(name)
    if (value !== undefined) headers[name] = headerText(operation, member, value)
  }
  return headers
}

function generatedHeader(name: string): string | undefined {
  if (name !== 'opc-request-id' && name !== 'opc-retry-token') return undefined
  return randomUUID().replaceAll('-', '')
}

function bodyOf(operation: Operation, values: Record<string, unknown>): Buffer | undefined {
  if (operation.body === null) return undefined
  const { body } = values
  if (body === undefined || body === null) throw refusal(operation, `needs a body, a ${operation.body}.`)
  if (typeof body !== 'object' || Array.isArray(body))
    throw refusal(operation, `needs an object as body, a ${operation.body}.`)
  try {
    return Buffer.from(JSON.stringify(body))
  } catch (cause) {
    throw new OciError('bad-input', `${operation.id} cannot send a body that is not JSON.`, {
      operation: operation.id,
      cause,
    })
  }
}
