import type { AccessPhase } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { absoluteTime } from '../ui/times.ts'
import {
  approveAction,
  approveConsequences,
  ifNoAction,
  rejectAction,
  rejectConsequences,
  revokeAction,
  revokeConsequences,
} from './consequences.ts'
import { accessRequest, extensionRequested, now, openAccess } from './testing.ts'

const time = (at: string) => absoluteTime(Date.parse(at))

test('an approval says who gets in where, for how long and until when', () => {
  expect(approveConsequences(accessRequest(), null, now)).toEqual([
    `The operator can sign in to exa-01 for 4 h, as soon as OCI has set up access, until ${time('2026-11-22T14:00:00Z')}.`,
    'You can revoke it at any time.',
  ])
})

test('a later start moves the end', () => {
  const [what] = approveConsequences(accessRequest(), '2026-11-23T08:00:00Z', now)
  expect(what).toContain(`from ${time('2026-11-23T08:00:00Z')}, until ${time('2026-11-23T12:00:00Z')}`)
})

test('the start that the operator asked for holds when the approver names none', () => {
  const [what] = approveConsequences(accessRequest({ startsAt: '2026-11-24T08:00:00Z' }), null, now)
  expect(what).toContain(`from ${time('2026-11-24T08:00:00Z')}`)
})

test('a first approval of two opens nothing, and says so first', () => {
  const [first, second] = approveConsequences(accessRequest({ approvalsRequired: 2 }), null, now)
  expect(first).toBe('Your approval is 1 of 2. Nothing changes until 1 more person approves.')
  expect(second).toContain('Then the operator can sign in')
})

test('where the number of approvals is not known, this one is taken to open access, and says so', () => {
  const request = accessRequest({ approvalsRequired: null })
  const [first, second] = approveConsequences(request, null, now)
  expect(first).toContain('Access may open with this one.')
  expect(second).toContain('The operator can sign in')
  expect(approveAction(request, false)).toBe('Grant 4 h to exa-01')
})

test('an extension is counted from the present end of access', () => {
  expect(approveConsequences(extensionRequested(), null, now)[0]).toBe(
    `Access to exa-01 continues for 2 h more, until ${time('2026-11-22T15:00:00Z')}.`,
  )
})

test('rejecting an extension leaves the access as it is', () => {
  expect(rejectConsequences(extensionRequested())[0]).toContain(
    `ends as originally granted, ${time('2026-11-22T13:00:00Z')}`,
  )
  expect(rejectConsequences(accessRequest())[0]).toContain('The operator gets no access to exa-01')
})

test('a revoke says that an operator who is logged in is disconnected, unless access has not begun', () => {
  expect(revokeConsequences(openAccess())[0]).toContain('is disconnected')
  expect(revokeConsequences(accessRequest({ phase: 'scheduled' }))[0]).toBe('Access to exa-01 will not start.')
})

test('every phase says what happens if nobody acts', () => {
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
  for (const phase of phases) expect(ifNoAction(accessRequest({ phase }))).toMatch(/\.$/)
  expect(ifNoAction(openAccess())).toBe(`Access to exa-01 ends automatically, ${time('2026-11-22T13:00:00Z')}.`)
})

test('buttons name their effect', () => {
  expect(approveAction(accessRequest(), false)).toBe('Grant 4 h to exa-01')
  expect(approveAction(accessRequest(), true)).toBe('Grant 4 h to exa-01 later')
  expect(approveAction(accessRequest({ approvalsRequired: 2 }), false)).toBe('Give approval 1 of 2')
  expect(approveAction(accessRequest({ approvalsRequired: 2, approvalsGiven: 1 }), false)).toBe('Grant 4 h to exa-01')
  expect(approveAction(extensionRequested(), false)).toBe('Grant 2 h more to exa-01')
  expect(rejectAction(accessRequest())).toBe('Reject access to exa-01')
  expect(rejectAction(extensionRequested())).toBe('Reject extension')
  expect(revokeAction(openAccess())).toBe('Revoke access to exa-01')
})

test('a resource without a name is named by the end of its id', () => {
  const resource = { id: 'ocid1.vmcluster.oc1.eu-frankfurt-1.abcdefghij', name: null, type: null }
  expect(revokeAction(openAccess({ resource }))).toBe('Revoke access to vmcluster…efghij')
})
