import type { AccessPhase } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { approvalsInRound, approveBlocked, rejectBlocked, revokeBlocked } from './blocked.ts'
import { accessRequest, approval, approver, extensionRequested, openAccess, sharing, viewer } from './testing.ts'

const phases: AccessPhase[] = [
  'waiting',
  'extension-waiting',
  'scheduled',
  'open',
  'in-transit',
  'ended',
  'may-be-open',
  'unknown',
]

test('an approver may approve what waits, and nothing else', () => {
  const may = phases.filter((phase) => approveBlocked(accessRequest({ phase }), approver) === undefined)
  expect(may).toEqual(['waiting', 'extension-waiting'])
})

test('an approver may reject what waits, and nothing else', () => {
  const may = phases.filter((phase) => rejectBlocked(accessRequest({ phase }), approver) === undefined)
  expect(may).toEqual(['waiting', 'extension-waiting'])
})

test('an approver may revoke what was granted and is not over, and nothing else', () => {
  const may = phases.filter((phase) => revokeBlocked(accessRequest({ phase }), approver) === undefined)
  expect(may).toEqual(['extension-waiting', 'scheduled', 'open'])
})

test('a viewer may decide nothing, and is told so by role, whatever the phase', () => {
  for (const phase of phases) {
    const request = accessRequest({ phase })
    for (const blocked of [approveBlocked, rejectBlocked, revokeBlocked]) {
      expect(blocked(request, viewer)).toBe('Your role (viewer) cannot decide on access requests.')
    }
  }
})

test('a state that nobody here knows is named, and nothing is decided in it', () => {
  const request = accessRequest({ phase: 'unknown', state: 'HIBERNATING' })
  expect(approveBlocked(request, approver)).toContain('HIBERNATING')
  expect(revokeBlocked(request, approver)).toContain('HIBERNATING')
})

test('what waits is rejected rather than revoked, and what is open is revoked rather than rejected', () => {
  expect(revokeBlocked(accessRequest(), approver)).toBe('Access is not granted yet. Reject it instead.')
  expect(rejectBlocked(openAccess(), approver)).toContain('revoke it')
})

const oneOfTwo = (given = approval()) => accessRequest({ approvalsRequired: 2, approvalsGiven: 1, approvals: [given] })

test('a second approval may come from another OCI user', () => {
  expect(approveBlocked(oneOfTwo(), approver)).toBeUndefined()
})

test('whoever approved may not be the second approver, but may still reject', () => {
  const mine = oneOfTwo(approval({ approverName: 'approver', approverId: 'ocid1.user.oc1..elsewhere' }))
  expect(approveBlocked(mine, approver)).toBe(
    'You have already approved this. The next approval must come from another person.',
  )
  expect(rejectBlocked(mine, approver)).toBeUndefined()
})

test('an OCI user that approved elsewhere may not approve again here', () => {
  const mine = oneOfTwo(approval({ approverName: null, approverId: 'ocid1.user.oc1..approver' }))
  expect(approveBlocked(mine, approver)).toContain('Your OCI user has already approved this.')
})

test('where the number of approvals is not known, several may be needed', () => {
  const request = { ...oneOfTwo(approval({ approverName: 'approver' })), approvalsRequired: null }
  expect(approveBlocked(request, approver)).toContain('You have already approved this.')
  expect(approveBlocked(accessRequest({ approvalsRequired: null }), sharing)).toBeUndefined()
})

test('a key that everybody shares gives a first approval and never a second', () => {
  expect(approveBlocked(accessRequest({ approvalsRequired: 2 }), sharing)).toBeUndefined()
  expect(approveBlocked(oneOfTwo(), sharing)).toContain('cannot count as a second person')
  const byTheKey = oneOfTwo(approval({ approverName: 'somebody', approverId: 'ocid1.user.oc1..console' }))
  expect(approveBlocked(byTheKey, sharing)).toContain('which has already approved this')
})

test('approvals of the access and of earlier extensions do not count for this one', () => {
  const request = extensionRequested({
    approvalsRequired: 2,
    approvalsGiven: 2,
    extensionApprovalsGiven: 1,
    approvals: [
      approval({ approverName: 'approver' }),
      approval({ kind: 'extension', approverName: 'approver', at: '2026-11-22T09:50:00Z' }),
      approval({ kind: 'extension', approverName: 'admin', at: '2026-11-22T09:58:00Z' }),
    ],
  })
  expect(approvalsInRound(request).map(({ approverName }) => approverName)).toEqual(['admin'])
  expect(approveBlocked(request, approver)).toBeUndefined()
})

test('what OCI no longer lists cannot be decided on', () => {
  const kept = openAccess({ forgottenAt: '2026-11-22T09:30:00Z' })
  for (const blocked of [approveBlocked, rejectBlocked, revokeBlocked]) {
    expect(blocked(kept, approver)).toContain('OCI no longer lists this access request.')
  }
})
