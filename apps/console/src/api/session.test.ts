import type { SignedInUser } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { forbiddenReason } from './session.ts'

const viewer: SignedInUser = {
  id: '1',
  name: 'viewer',
  role: 'viewer',
  permissions: ['access-requests:read'],
  signers: [],
}

test('a viewer may not decide, and is told so by role', () => {
  expect(forbiddenReason(viewer, 'access-requests:decide')).toBe('Your role (viewer) cannot decide on access requests.')
})

test('what is permitted has no reason against it', () => {
  expect(forbiddenReason(viewer, 'access-requests:read')).toBeUndefined()
})
