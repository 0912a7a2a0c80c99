import type { SignedInUser } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { poolState, startBlocked, stopBlocked } from './pool-state.ts'

const operator: SignedInUser = {
  id: '1',
  name: 'operator',
  role: 'operator',
  permissions: ['desktop-pools:read', 'desktop-pools:operate'],
  signers: [],
}
const viewer: SignedInUser = { ...operator, name: 'viewer', role: 'viewer', permissions: ['desktop-pools:read'] }

test('an active pool can be stopped and not started, an inactive one started and not stopped', () => {
  expect(stopBlocked({ state: 'ACTIVE' }, operator)).toBeUndefined()
  expect(startBlocked({ state: 'ACTIVE' }, operator)).toBe('The pool is already active.')
  expect(startBlocked({ state: 'INACTIVE' }, operator)).toBeUndefined()
  expect(stopBlocked({ state: 'INACTIVE' }, operator)).toBe('The pool is already stopped.')
})

test.each(['CREATING', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'])(
  'a pool that is %s says why it is left alone',
  (state) => {
    expect(startBlocked({ state }, operator)).toMatch(/^(The pool|A failed pool|OCI) .*started.*\.$/)
    expect(stopBlocked({ state }, operator)).toMatch(/^(The pool|A failed pool|OCI) .*stopped.*\.$/)
  },
)

test('a viewer may not act, whatever the state, and is told that it is the role', () => {
  expect(stopBlocked({ state: 'ACTIVE' }, viewer)).toBe('Your role (viewer) cannot start and stop desktops.')
  expect(startBlocked({ state: 'INACTIVE' }, viewer)).toBe('Your role (viewer) cannot start and stop desktops.')
})

test('a state that OCI added since is shown as it came, and turns the acts off', () => {
  expect(poolState('HIBERNATING')).toMatchObject({ word: 'HIBERNATING', tone: 'plain' })
  expect(startBlocked({ state: 'HIBERNATING' }, operator)).toContain('HIBERNATING')
})
