import { schemas } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { isMoving, phaseOf } from './phases.ts'

/** The values that the promised schema allows for a field. */
const valuesOf = (service: keyof typeof schemas, model: string, field: string) => {
  const properties = schemas[service].definitions[model]?.['properties'] as Record<string, { enum?: string[] }> // JSON Schema says so
  return properties[field]?.enum ?? []
}

const oacStates = valuesOf('operator-access-control', 'AccessRequest', 'lifecycleState')
const dacStates = valuesOf('delegate-access-control', 'DelegatedResourceAccessRequest', 'requestStatus')

test('every state that the two services document has a phase', () => {
  expect(oacStates).toHaveLength(23)
  expect(dacStates).toHaveLength(23)
  expect(oacStates.filter((state) => phaseOf('operator-access-control', state) === 'unknown')).toEqual([])
  expect(dacStates.filter((state) => phaseOf('delegate-access-control', state) === 'unknown')).toEqual([])
})

test('states that both services have, however spelt, are in the same phase', () => {
  const plain = (state: string) => state.replaceAll('_', '')
  const both = dacStates.flatMap((dac) =>
    oacStates.filter((oac) => plain(oac) === plain(dac)).map((oac) => ({ oac, dac })),
  )
  expect(both.length).toBe(21)
  for (const { oac, dac } of both)
    expect(phaseOf('operator-access-control', oac), oac).toBe(phaseOf('delegate-access-control', dac))
})

test('wherever closing failed, access may be open', () => {
  for (const state of ['CLOSEFAILED', 'REVOKEFAILED', 'EXPIRYFAILED', 'UNDEPLOYFAILED'])
    expect(phaseOf('operator-access-control', state)).toBe('may-be-open')
  for (const state of ['CLOSE_FAILED', 'REVOKE_FAILED', 'EXPIRY_FAILED', 'UNDEPLOY_FAILED'])
    expect(phaseOf('delegate-access-control', state)).toBe('may-be-open')
})

test('a state that OCI adds is unknown, also one of the other service or none at all', () => {
  expect(phaseOf('operator-access-control', 'SUSPENDED')).toBe('unknown')
  expect(phaseOf('operator-access-control', 'APPROVAL_WAITING')).toBe('unknown')
  expect(phaseOf('operator-access-control', undefined)).toBe('unknown')
  expect(phaseOf('operator-access-control', 'constructor')).toBe('unknown')
})

test('what OCI is about to move on is looked at more often', () => {
  expect(isMoving({ phase: 'in-transit', state: 'REVOKING' })).toBe(true)
  expect(isMoving({ phase: 'open', state: 'APPROVED' })).toBe(true)
  expect(isMoving({ phase: 'open', state: 'DEPLOYED' })).toBe(false)
  expect(isMoving({ phase: 'waiting', state: 'APPROVALWAITING' })).toBe(false)
})
