import type { SignedInUser } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { desktopName, desktopState, sessionOf, startBlocked, stopBlocked } from './desktop-state.ts'

const operator: SignedInUser = {
  id: '1',
  name: 'operator',
  role: 'operator',
  permissions: ['desktop-pools:read', 'desktop-pools:operate'],
  signers: [],
}
const viewer: SignedInUser = { ...operator, name: 'viewer', role: 'viewer', permissions: ['desktop-pools:read'] }

test('a running desktop can be stopped, a stopped one in an active pool started', () => {
  expect(stopBlocked({ state: 'ACTIVE' }, 'ACTIVE', operator)).toBeUndefined()
  expect(startBlocked({ state: 'INACTIVE' }, 'ACTIVE', operator)).toBeUndefined()
  expect(startBlocked({ state: 'ACTIVE' }, 'ACTIVE', operator)).toBe('The desktop is running already.')
  expect(stopBlocked({ state: 'INACTIVE' }, 'ACTIVE', operator)).toBe('The desktop is stopped already.')
})

test('the way into a stopped pool is to start the pool', () => {
  expect(startBlocked({ state: 'INACTIVE' }, 'INACTIVE', operator)).toBe('Its pool is stopped: start the pool.')
})

test('while its pool changes a desktop is left alone', () => {
  expect(startBlocked({ state: 'INACTIVE' }, 'UPDATING', operator)).toContain('UPDATING')
  expect(stopBlocked({ state: 'ACTIVE' }, 'UPDATING', operator)).toContain('UPDATING')
  expect(stopBlocked({ state: 'ACTIVE' }, 'INACTIVE', operator)).toBeUndefined()
})

test('where the pool is not known only the desktop itself speaks', () => {
  expect(startBlocked({ state: 'INACTIVE' }, undefined, operator)).toBeUndefined()
  expect(stopBlocked({ state: 'ACTIVE' }, undefined, operator)).toBeUndefined()
})

test.each(['CREATING', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'])(
  'a desktop that is %s says why it is left alone',
  (state) => {
    expect(startBlocked({ state }, 'ACTIVE', operator)).toMatch(/started.*\.$/)
    expect(stopBlocked({ state }, 'ACTIVE', operator)).toMatch(/stopped.*\.$/)
  },
)

test('a viewer may not act, and is told that it is the role', () => {
  expect(stopBlocked({ state: 'ACTIVE' }, 'ACTIVE', viewer)).toBe('Your role, viewer, may not start and stop desktops.')
})

test('a state that OCI added since is shown as it came, and turns the acts off', () => {
  expect(desktopState('HIBERNATING')).toEqual({ word: 'HIBERNATING', tone: 'plain' })
  expect(stopBlocked({ state: 'HIBERNATING' }, 'ACTIVE', operator)).toContain('HIBERNATING')
})

test('a desktop is connected, left running, standing by, or stopped', () => {
  expect(sessionOf({ state: 'ACTIVE', isConnected: true, userName: 'user17' })).toBe('connected')
  expect(sessionOf({ state: 'ACTIVE', isConnected: false, userName: 'user17' })).toBe('disconnected')
  expect(sessionOf({ state: 'ACTIVE', isConnected: false, userName: null })).toBe('standby')
  expect(sessionOf({ state: 'INACTIVE', isConnected: false, userName: 'user17' })).toBe('stopped')
  expect(sessionOf({ state: 'UPDATING', isConnected: false, userName: 'user17' })).toBe('stopped')
})

test('a desktop without a name is called by its user, or by the end of its id', () => {
  const id = 'ocid1.desktop.oc1.eu-frankfurt-1.aaaaaaaax7k2qa'
  expect(desktopName({ name: 'lab-demo-3', userName: 'user17', id })).toBe('lab-demo-3')
  expect(desktopName({ name: null, userName: 'user17', id })).toBe('desktop of user17')
  expect(desktopName({ name: null, userName: null, id })).toBe('desktop …x7k2qa')
})
