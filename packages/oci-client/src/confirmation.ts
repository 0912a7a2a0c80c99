import type { Operation } from '@gatehouse/oci-api'
import { schemas } from '@gatehouse/oci-api'

/**
 * The parts that an answer to a change lacks to count as OCI's confirmation, apart from its body. Empty for a read and
 * for a complete answer. Without this check, a captive portal that answers 200 would confirm every change.
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

/** The required top-level members of the model that the body lacks. */
export function missingMembers({ service, response }: Operation, body: object): string[] {
  const required = schemas[service].definitions[response ?? '']?.['required']
  return Array.isArray(required) ? required.filter((name: string) => !Object.hasOwn(body, name)) : []
}

/**
 * Whether the status confirms a change. Oracle's SDKs list no success codes, so these are assumed: 200 done, 202 accepted,
 * 204 without a body, 201 with one.
 */
function isSuccessOf({ response }: Operation, status: number): boolean {
  return status === 200 || status === 202 || status === (response === null ? 204 : 201)
}
