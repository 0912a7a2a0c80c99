import type { SignedInUser } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { cancelBlocked } from './blocked.ts'

const operator: SignedInUser = {
  id: '1',
  name: 'operator',
  role: 'operator',
  permissions: ['desktop-pools:operate'],
  signers: [],
}

test.each(['ACCEPTED', 'IN_PROGRESS', 'WAITING'])('a work request that is %s can be canceled', (state) => {
  expect(cancelBlocked({ service: 'desktops', state, forgottenAt: null }, operator)).toBeUndefined()
})

test('a work request that has ended, or is being canceled, cannot be canceled', () => {
  expect(cancelBlocked({ service: 'desktops', state: 'SUCCEEDED', forgottenAt: null }, operator)).toBe(
    'A work request in the state “Succeeded” cannot be canceled.',
  )
  expect(cancelBlocked({ service: 'desktops', state: 'CANCELING', forgottenAt: null }, operator)).toBe(
    'OCI is already canceling this.',
  )
})

test('work requests of Delegate Access Control cannot be canceled at all', () => {
  expect(
    cancelBlocked({ service: 'delegate-access-control', state: 'IN_PROGRESS', forgottenAt: null }, operator),
  ).toContain('cannot be canceled')
})

test('a viewer may not cancel, and is told that it is the role', () => {
  const viewer: SignedInUser = { ...operator, role: 'viewer', permissions: [] }
  expect(cancelBlocked({ service: 'desktops', state: 'IN_PROGRESS', forgottenAt: null }, viewer)).toContain(
    'Your role (viewer)',
  )
})

test('a work request that OCI no longer lists cannot be canceled', () => {
  const kept = { service: 'desktops', state: 'IN_PROGRESS', forgottenAt: '2026-11-22T10:00:00Z' } as const
  expect(cancelBlocked(kept, operator)).toBe('OCI no longer lists this work request.')
})
