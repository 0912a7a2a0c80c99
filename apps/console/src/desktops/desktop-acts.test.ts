import type { Desktop, SignedInUser } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { allBlocked, apart } from './desktop-acts.ts'

const operator: SignedInUser = {
  id: '1',
  name: 'operator',
  role: 'operator',
  permissions: ['desktop-pools:operate'],
  signers: [],
}

const desktop = (id: string, state: string, poolId = 'open'): Desktop => ({
  connectionId: 'frankfurt',
  id,
  poolId,
  name: id,
  state,
  userName: null,
  createdAt: null,
  imageName: null,
  isConnected: false,
  connectedAt: null,
  disconnectedAt: null,
  lastAction: null,
  nextAction: null,
  client: null,
})
const pools = new Map([
  ['open', 'ACTIVE'],
  ['closed', 'INACTIVE'],
])

test('of the chosen desktops those that run can be shut down, and the others are left out with a reason', () => {
  const { possible, leftOut } = apart([desktop('a', 'ACTIVE'), desktop('b', 'INACTIVE')], 'shut-down', pools, operator)
  expect(possible.map(({ id }) => id)).toEqual(['a'])
  expect(leftOut.map(({ reason }) => reason)).toEqual(['The desktop is stopped already.'])
})

test('a desktop of a stopped pool is not started on its own', () => {
  expect(allBlocked([desktop('a', 'INACTIVE', 'closed')], 'start', pools, operator)).toBe(
    'Its pool is stopped: start the pool.',
  )
  expect(
    allBlocked([desktop('a', 'INACTIVE', 'closed'), desktop('b', 'INACTIVE')], 'start', pools, operator),
  ).toBeUndefined()
})

test('where reasons differ it is said that none can be', () => {
  expect(allBlocked([desktop('a', 'INACTIVE'), desktop('b', 'FAILED')], 'power-off', pools, operator)).toBe(
    'None of them can be powered off now.',
  )
})
