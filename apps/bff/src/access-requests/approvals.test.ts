import type { Action } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { personBehind } from './approvals.ts'

const decision = (name: string, signedAs: string | null, at: string): Action => ({
  id: 'b6a2f4de-0000-4000-8000-000000000000',
  sequence: 1,
  act: 'approveAccessRequest',
  status: 'confirmed',
  at,
  by: { id: name, name, role: 'approver' },
  connectionId: 'frankfurt',
  subject: { service: 'operator-access-control', id: 'ocid1.opctlaccessrequest.oc1..aaaa', name: 'AR-1' },
  comment: null,
  signedAs,
  completedAt: at,
  workRequestId: null,
  opcRequestId: null,
  problem: null,
  hash: '',
})

test('whoever decided here at that time stood behind the OCI user', () => {
  const decisions = [decision('approver', 'user', '2026-11-22T10:00:01.000Z')]
  expect(personBehind(decisions, 'user', '2026-11-22T10:00:00.000Z')).toBe('approver')
})

test('of two people with one shared key it was the nearest in time', () => {
  const decisions = [
    decision('approver', 'shared', '2026-11-22T10:00:30.000Z'),
    decision('admin', 'shared', '2026-11-22T10:02:00.000Z'),
  ]
  expect(personBehind(decisions, 'shared', '2026-11-22T10:01:58.000Z')).toBe('admin')
})

test('what was decided elsewhere, by another user or at another time has nobody of ours behind it', () => {
  const decisions = [
    decision('approver', 'user', '2026-11-22T10:00:00.000Z'),
    decision('admin', null, '2026-11-22T10:00:00.000Z'),
  ]
  expect(personBehind(decisions, 'somebody', '2026-11-22T10:00:00.000Z')).toBeNull()
  expect(personBehind(decisions, 'user', '2026-11-22T12:00:00.000Z')).toBeNull()
  expect(personBehind(decisions, undefined, '2026-11-22T10:00:00.000Z')).toBeNull()
})
