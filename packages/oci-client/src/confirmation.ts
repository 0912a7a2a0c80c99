import type { Operation } from '@gatehouse/oci-api'
import { schemas } from '@gatehouse/oci-api'

/**
 * What an answer to a call that changes something lacks to be OCI's confirmation, besides its body; empty when it lacks
 * nothing. Without these, a captive portal that answers 200 to everything would confirm every change.
 */
export function missingInConfirmation(
  operation: Operation,
  status: number,
  header: (name: string) => string | undefined,
): string[] {
  if (operation.method === 'GET') return []
  return [
    ...(isSuccessOf(operation, status) ? [] : ['no status that it succeeds with']),
    ...(header('opc-request-id') === undefined ? ['no opc-request-id'] : []),
    ...(operation.responseHeaders.includes('opc-work-request-id') && header('opc-work-request-id') === undefined
      ? ['no opc-work-request-id']
      : []),
  ]
}

/** The members that a body must have as its model says, and has not; only at its top level. */
export function missingMembers({ service, response }: Operation, body: object): string[] {
  const required = schemas[service].definitions[response ?? '']?.['required']
  return Array.isArray(required) ? required.filter((name: string) => !Object.hasOwn(body, name)) : []
}

/**
 * Whether a call that changes something succeeds with this status. Oracle's SDKs name no success codes, so this is the
 * narrowest rule that holds what OCI is assumed to send: 200 done, 202 accepted, and 204 without a body or 201 with one.
 */
function isSuccessOf({ response }: Operation, status: number): boolean {
  return status === 200 || status === 202 || status === (response === null ? 204 : 201)
}
