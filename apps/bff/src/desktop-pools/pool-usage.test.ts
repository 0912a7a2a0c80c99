import type { Desktop } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { poolUsage } from './pool-usage.ts'

const desktop = (state: string, userName: string | null, isConnected = false): Desktop => ({
  connectionId: 'frankfurt',
  id: 'desktop',
  poolId: 'pool',
  name: null,
  state,
  userName,
  createdAt: null,
  imageName: null,
  isConnected,
  connectedAt: null,
  disconnectedAt: null,
  lastAction: null,
  nextAction: null,
  client: null,
})

test('each desktop that is not deleted counts once, by what a stop would do to its user', () => {
  const usage = poolUsage([
    desktop('ACTIVE', 'user1', true),
    desktop('UPDATING', 'user2', true),
    desktop('ACTIVE', 'user3'),
    desktop('ACTIVE', ''),
    desktop('ACTIVE', null),
    desktop('INACTIVE', 'user4'),
    desktop('CREATING', null),
    desktop('FAILED', 'user5'),
    desktop('DELETED', null),
  ])
  expect(usage).toEqual({ desktops: 8, connected: 2, disconnected: 2, standby: 1, stopped: 3 })
})
