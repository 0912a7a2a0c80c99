import type { DesktopSession } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { poolUsage } from './pool-usage.ts'

const desktop = (state: string, session: DesktopSession) => ({ state, session })

test('each desktop that is not deleted counts once, by what a stop would do to its user', () => {
  const usage = poolUsage([
    desktop('ACTIVE', 'connected'),
    desktop('UPDATING', 'connected'),
    desktop('ACTIVE', 'disconnected'),
    desktop('ACTIVE', 'disconnected'),
    desktop('ACTIVE', 'standby'),
    desktop('INACTIVE', 'stopped'),
    desktop('CREATING', 'stopped'),
    desktop('FAILED', 'stopped'),
    desktop('DELETED', 'stopped'),
  ])
  expect(usage).toEqual({ desktops: 8, connected: 2, disconnected: 2, standby: 1, stopped: 3 })
})
