import type { Desktops } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { toDesktop, toPoolDesktop } from './to-desktop.ts'

const row = (more: Partial<Desktops.DesktopSummary> = {}): Desktops.DesktopSummary => ({
  id: 'desktop',
  poolId: 'pool',
  displayName: 'claims-0001',
  userName: 'user17',
  lifecycleState: 'ACTIVE',
  timeCreated: '2026-11-01T08:00:00.000Z',
  ...more,
})

test('someone is connected from connecting to disconnecting, as long as the desktop runs', () => {
  const connection = { timeConnected: '2026-11-22T09:00:00.000Z' }
  expect(toDesktop('frankfurt', null, row({ connection })).isConnected).toBe(true)
  expect(
    toDesktop('frankfurt', null, row({ connection: { ...connection, timeDisconnected: '2026-11-22T09:30:00.000Z' } }))
      .isConnected,
  ).toBe(false)
  expect(
    toDesktop('frankfurt', null, row({ connection: { ...connection, timeDisconnected: '2026-11-21T18:00:00.000Z' } }))
      .isConnected,
  ).toBe(true)
  expect(toDesktop('frankfurt', null, row({ connection, lifecycleState: 'INACTIVE' })).isConnected).toBe(false)
  expect(toDesktop('frankfurt', null, row()).isConnected).toBe(false)
})

test('a desktop on standby has no owner', () => {
  expect(toDesktop('frankfurt', null, row({ userName: '' })).userName).toBeNull()
})

test('a desktop is connected, left running by its user, on standby, or not running', () => {
  const sessionOf = (more: Partial<Desktops.DesktopSummary>) => toDesktop('frankfurt', null, row(more)).session
  const connection = { timeConnected: '2026-11-22T09:00:00.000Z' }
  expect(sessionOf({ connection })).toBe('connected')
  expect(sessionOf({ connection, lifecycleState: 'UPDATING' })).toBe('connected')
  expect(sessionOf({})).toBe('disconnected')
  expect(sessionOf({ userName: '' })).toBe('standby')
  expect(sessionOf({ lifecycleState: 'INACTIVE' })).toBe('stopped')
})

test('the list of a pool says who owns a desktop, with or without a name', () => {
  const wire = {
    desktopId: 'desktop',
    instanceId: 'instance',
    isAssigned: true,
    userName: 'user17',
    lifecycleState: 'ACTIVE',
    timeCreated: '2026-11-01T08:00:00.000Z',
  } as const
  expect(toPoolDesktop(wire)).toMatchObject({ id: 'desktop', userName: 'user17', session: 'disconnected' })
  expect(toPoolDesktop({ ...wire, isAssigned: false })).toMatchObject({ userName: null, session: 'standby' })
  expect(toPoolDesktop({ ...wire, userName: undefined }).userName).toBe('')
})

test('the last action, the next action and the client are as in OCI', () => {
  const connection = {
    lastAction: { action: 'DISCONNECTED_STOP', timeApplied: '2026-11-21T18:04:00.000Z' },
    nextAction: { action: 'AVAILABILITY_START', timeApplied: '2026-11-23T07:00:00.000Z' },
    clientType: 'INSTALLED',
    clientVersion: '1.4',
    clientPlatform: 'Windows',
  } as const
  expect(toDesktop('frankfurt', null, row({ connection }))).toMatchObject({
    lastAction: { action: 'DISCONNECTED_STOP', at: '2026-11-21T18:04:00.000Z' },
    nextAction: { action: 'AVAILABILITY_START', at: '2026-11-23T07:00:00.000Z' },
    client: 'INSTALLED Windows 1.4',
  })
})
