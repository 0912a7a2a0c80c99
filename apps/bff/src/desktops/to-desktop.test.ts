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
  expect(toDesktop('frankfurt', row({ connection })).isConnected).toBe(true)
  expect(
    toDesktop('frankfurt', row({ connection: { ...connection, timeDisconnected: '2026-11-22T09:30:00.000Z' } }))
      .isConnected,
  ).toBe(false)
  expect(
    toDesktop('frankfurt', row({ connection: { ...connection, timeDisconnected: '2026-11-21T18:00:00.000Z' } }))
      .isConnected,
  ).toBe(true)
  expect(toDesktop('frankfurt', row({ connection, lifecycleState: 'INACTIVE' })).isConnected).toBe(false)
  expect(toDesktop('frankfurt', row()).isConnected).toBe(false)
})

test('a desktop on standby has no owner', () => {
  expect(toDesktop('frankfurt', row({ userName: '' })).userName).toBeNull()
})

test('the list of a pool has the owner of a desktop, the other list its name', () => {
  const wire = {
    desktopId: 'desktop',
    instanceId: 'instance',
    isAssigned: true,
    userName: 'user17',
    lifecycleState: 'ACTIVE',
    timeCreated: '2026-11-01T08:00:00.000Z',
  } as const
  expect(toPoolDesktop('frankfurt', 'pool', wire, row())).toMatchObject({ name: 'claims-0001', userName: 'user17' })
  expect(toPoolDesktop('frankfurt', 'pool', { ...wire, isAssigned: false }, undefined)).toMatchObject({
    name: null,
    userName: null,
  })
  expect(toPoolDesktop('frankfurt', 'pool', { ...wire, userName: undefined }, row()).userName).toBe('')
})

test('the last action, the next action and the client are as in OCI', () => {
  const connection = {
    lastAction: { action: 'DISCONNECTED_STOP', timeApplied: '2026-11-21T18:04:00.000Z' },
    nextAction: { action: 'AVAILABILITY_START', timeApplied: '2026-11-23T07:00:00.000Z' },
    clientType: 'INSTALLED',
    clientVersion: '1.4',
    clientPlatform: 'Windows',
  } as const
  expect(toDesktop('frankfurt', row({ connection }))).toMatchObject({
    lastAction: { action: 'DISCONNECTED_STOP', at: '2026-11-21T18:04:00.000Z' },
    nextAction: { action: 'AVAILABILITY_START', at: '2026-11-23T07:00:00.000Z' },
    client: 'INSTALLED Windows 1.4',
  })
})
