import { expect, test } from 'vitest'
import { freshness } from '../states/testing-freshness.ts'
import { failedTally, inFlightTally, poolsTally, waitingTally } from './tallies.ts'

const waiting = { waiting: 3, waitingSinceHour: 1, mayBeOpen: 0, freshness: freshness() }
const usage = { desktops: 50, connected: 12, disconnected: 3, standby: 2, stopped: 33 }
const pools = { all: 40, unhealthy: 0, failed: 0, changing: 0, usage, free: 9, freshness: freshness() }
const work = {
  running: 4,
  needsAttention: 0,
  runningSinceHour: 0,
  failedSinceDay: 2,
  failedSinceHour: 2,
  freshness: freshness(),
}

test('a tile says how many came within the hour', () => {
  expect(waitingTally(waiting)).toEqual({ count: 3, tone: 'warn', change: '1 in the last hour' })
  expect(inFlightTally(work)).toMatchObject({ count: 4, tone: 'busy', change: 'none in the last hour' })
  expect(failedTally(work)).toMatchObject({ count: 2, tone: 'bad', change: 'all in the last hour' })
})

test('nothing to do is good', () => {
  expect(waitingTally({ ...waiting, waiting: 0 })).toMatchObject({ count: 0, tone: 'good', change: 'all decided' })
  expect(inFlightTally({ ...work, running: 0 }).change).toBe('OCI is idle')
  expect(failedTally({ ...work, failedSinceDay: 0 })).toMatchObject({ tone: 'good', change: 'all clear' })
  expect(poolsTally(pools)).toMatchObject({ count: 0, tone: 'good', change: 'none changing' })
})

test('access that may still be open takes the place of the change', () => {
  expect(waitingTally({ ...waiting, mayBeOpen: 1 })).toMatchObject({
    change: '1 may still have access',
    changeTone: 'bad',
  })
})

test('unhealthy pools are red if one failed, and the list shows them', () => {
  const troubled = { ...pools, unhealthy: 3, changing: 1 }
  expect(poolsTally(troubled)).toEqual({ count: 3, tone: 'warn', change: '1 changing', search: 'health=unhealthy' })
  expect(poolsTally({ ...troubled, failed: 1 }).tone).toBe('bad')
})

test('work that needs attention is said to need it', () => {
  expect(inFlightTally({ ...work, needsAttention: 1 })).toMatchObject({
    change: '1 needs attention',
    changeTone: 'warn',
  })
  expect(inFlightTally({ ...work, needsAttention: 2 }).change).toBe('2 need attention')
})
