import type { SignedInUser } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { desktopBlocked } from './blocked.ts'
import type { DesktopAct } from './desktop-acts.ts'

const operator: SignedInUser = {
  id: '1',
  name: 'operator',
  role: 'operator',
  permissions: ['desktop-pools:read', 'desktop-pools:operate', 'desktop-pools:manage'],
  signers: [],
}
const viewer: SignedInUser = { ...operator, name: 'viewer', role: 'viewer', permissions: ['desktop-pools:read'] }
const reason = (state: string, act: DesktopAct, poolState: string | undefined = 'ACTIVE', user = operator) =>
  desktopBlocked({ state }, act, poolState, user)

test('a running desktop can be stopped, a stopped desktop of an active pool started', () => {
  expect(reason('ACTIVE', 'shut-down')).toBeUndefined()
  expect(reason('ACTIVE', 'power-off')).toBeUndefined()
  expect(reason('INACTIVE', 'start')).toBeUndefined()
  expect(reason('ACTIVE', 'start')).toBe('The desktop is already running.')
  expect(reason('INACTIVE', 'shut-down')).toBe('The desktop is already stopped.')
})

test('the way into a stopped pool is to start the pool', () => {
  expect(reason('INACTIVE', 'start', 'INACTIVE')).toBe('Its pool is stopped. Start the pool instead.')
})

test('a desktop at rest can be renamed and deleted, a failed one only deleted', () => {
  for (const state of ['ACTIVE', 'INACTIVE']) {
    expect(reason(state, 'rename', 'INACTIVE')).toBeUndefined()
    expect(reason(state, 'delete', 'INACTIVE')).toBeUndefined()
  }
  expect(reason('FAILED', 'delete')).toBeUndefined()
  expect(reason('FAILED', 'rename')).toBe('A failed desktop cannot be renamed, only deleted.')
})

test('while its pool changes a desktop is left alone', () => {
  for (const act of ['shut-down', 'rename', 'delete'] as const)
    expect(reason('ACTIVE', act, 'UPDATING')).toContain('UPDATING')
  expect(reason('INACTIVE', 'start', 'UPDATING')).toContain('UPDATING')
  expect(reason('ACTIVE', 'shut-down', 'INACTIVE')).toBeUndefined()
})

test('without the state of the pool the state of the desktop decides', () => {
  expect(desktopBlocked({ state: 'INACTIVE' }, 'start', undefined, operator)).toBeUndefined()
  expect(desktopBlocked({ state: 'ACTIVE' }, 'delete', undefined, operator)).toBeUndefined()
})

test.each(['CREATING', 'UPDATING', 'DELETING', 'DELETED', 'HIBERNATING'])(
  'a desktop that is %s takes no act, with a reason',
  (state) => {
    expect(reason(state, 'start')).toMatch(/started.*\.$/)
    expect(reason(state, 'power-off')).toMatch(/stopped.*\.$/)
    expect(reason(state, 'delete')).toMatch(/deleted.*\.$/)
  },
)

test('a viewer may not act, and is told that it is the role', () => {
  expect(reason('ACTIVE', 'shut-down', 'ACTIVE', viewer)).toBe('Your role (viewer) cannot start and stop desktops.')
  expect(reason('ACTIVE', 'delete', 'ACTIVE', viewer)).toBe('Your role (viewer) cannot rename and delete desktops.')
})
