import { expect, test } from 'vitest'
import { comparePools, poolTrouble } from './pool-trouble.ts'
import { pool } from '../states/testing-pool.ts'

test('a pool that is open, stopped or changing is as it should be', () => {
  for (const state of ['ACTIVE', 'INACTIVE', 'CREATING', 'UPDATING', 'DELETING', 'DELETED']) {
    expect(poolTrouble(pool({ state }))).toBeUndefined()
  }
})

test('a pool that failed, or in a state nobody knows, is not', () => {
  expect(poolTrouble(pool({ state: 'FAILED' }))?.tone).toBe('bad')
  expect(poolTrouble(pool({ state: 'HIBERNATING' }))?.words).toBe('Unknown state HIBERNATING.')
})

test('an open pool in which every seat is taken lets nobody further in', () => {
  const usage = { desktops: 50, connected: 40, disconnected: 10, standby: 0, stopped: 0 }
  expect(poolTrouble(pool({ usage }))?.words).toContain('Full')
  expect(poolTrouble(pool({ usage: { ...usage, disconnected: 9, standby: 1 } }))).toBeUndefined()
  expect(poolTrouble(pool({ usage, state: 'INACTIVE' }))).toBeUndefined()
})

test('what needs a look comes first, then what changes, what is open, and what is stopped; names count', () => {
  const pools = [
    pool({ name: 'stopped', state: 'INACTIVE' }),
    pool({ name: 'open 10' }),
    pool({ name: 'open 9' }),
    pool({ name: 'changing', state: 'UPDATING' }),
    pool({ name: 'unread', usage: null }),
    pool({ name: 'failed', state: 'FAILED' }),
  ]
  expect(pools.sort(comparePools).map(({ name }) => name)).toEqual([
    'failed',
    'unread',
    'changing',
    'open 9',
    'open 10',
    'stopped',
  ])
})
