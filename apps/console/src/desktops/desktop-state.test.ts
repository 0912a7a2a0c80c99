import { expect, test } from 'vitest'
import { desktopName, desktopState, sessionOf } from './desktop-state.ts'

test('a state that OCI added since is shown as it came', () => {
  expect(desktopState('HIBERNATING')).toEqual({ word: 'HIBERNATING', tone: 'plain' })
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
