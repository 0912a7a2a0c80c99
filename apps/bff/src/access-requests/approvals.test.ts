import { expect, test } from 'vitest'
import { personBehind, type Decided } from './approvals.ts'

const decision = (person: string, signedAs: string | null, at: string): Decided => ({
  person,
  signedAs,
  atMs: Date.parse(at),
})

test('an approval is matched to the person who decided here at that time', () => {
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

test('a decision made elsewhere, by another OCI user or at another time, is of no person of this console', () => {
  const decisions = [
    decision('approver', 'user', '2026-11-22T10:00:00.000Z'),
    decision('admin', null, '2026-11-22T10:00:00.000Z'),
  ]
  expect(personBehind(decisions, 'another user', '2026-11-22T10:00:00.000Z')).toBeNull()
  expect(personBehind(decisions, 'user', '2026-11-22T12:00:00.000Z')).toBeNull()
  expect(personBehind(decisions, undefined, '2026-11-22T10:00:00.000Z')).toBeNull()
})
