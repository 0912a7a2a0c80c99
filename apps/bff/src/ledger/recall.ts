import { rolePermissions } from '@gatehouse/contract'
import type { OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import type { OciClient } from '@gatehouse/oci-client'
import type { Keyring } from '../keyring/keyring.ts'
import { Problem } from '../problem.ts'
import type { LedgerRow } from './chain.ts'
import { takesRetryToken } from './send.ts'

/** OCI forgets retry tokens after 24 hours; a call sent later than this might be done a second time. */
const tokenLifeMs = 23 * 3_600_000

/** Right after it was written, an intent is sent whatever its operation takes. */
const freshMs = 5_000

export type Recalled =
  | { client: OciClient; operation: OperationId; input: Record<string, unknown>; retryToken: string }
  | { problem: Problem }

/** The call that an intent stands for, to be sent by the same key; or why it must not be sent. */
export function recall(intent: LedgerRow, keyring: Keyring, nowMs: number): Recalled {
  const { operation, input, retry_token: retryToken, person_id, person_name, person_role, connection_id } = intent
  if (
    !operation ||
    !Object.hasOwn(operations, operation) ||
    !input ||
    !retryToken ||
    !person_id ||
    !person_name ||
    !person_role
  )
    return lost('The ledger does not say what was sent.')
  const known = operation as OperationId // it is among the operations, as just seen
  const connection = keyring.connections.find(({ id }) => id === connection_id)
  if (!connection) return lost(`The connection "${connection_id}" is no longer configured.`)

  const ageMs = nowMs - Date.parse(intent.at)
  if (ageMs > tokenLifeMs) return lost('It was sent too long ago to be asked for again.')
  if (ageMs > freshMs && !takesRetryToken(known)) return lost('It cannot be asked for again without being done again.')
  const person = { id: person_id, name: person_name, role: person_role, permissions: rolePermissions[person_role] }
  const signer = connection.clientFor(person)
  if (signer.ociUserId !== intent.signed_as) return lost('The key that signed it is no longer configured.')
  return { client: signer.client, operation: known, input: JSON.parse(input) as Record<string, unknown>, retryToken } // canonical JSON of an object
}

const lost = (why: string): Recalled => ({
  problem: new Problem(
    'upstream',
    `The answer of OCI was lost. ${why} Look at the thing itself to see whether it was done.`,
  ),
})
