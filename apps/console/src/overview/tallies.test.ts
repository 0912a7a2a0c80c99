import type { AccessRequestSummary, WorkRequest } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { pool } from '../states/testing-pool.ts'
import { failedSince, failedTally, inFlightTally, poolsTally, waitingTally } from './tallies.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

const accessRequest: AccessRequestSummary = {
  connectionId: 'frankfurt',
  service: 'operator-access-control',
  id: 'ocid1.opctlaccessrequest.oc1..a',
  name: 'AR-1',
  state: 'APPROVALWAITING',
  phase: 'waiting',
  stateDetails: null,
  severity: 'S2',
  summary: 'A disk is failing',
  resource: { id: 'ocid1.exadatainfrastructure.oc1..b', name: null, type: null },
  compartment: null,
  actions: [],
  durationHours: 4,
  extensionHours: null,
  createdAt: minutesAgo(300),
  updatedAt: null,
  startsAt: null,
  isAutoApproved: false,
}

const work: WorkRequest = {
  connectionId: 'frankfurt',
  service: 'desktops',
  id: 'ocid1.desktopworkrequest.oc1..a',
  operation: 'STOP_DESKTOP_POOL',
  state: 'IN_PROGRESS',
  percentComplete: 40,
  compartment: null,
  resources: [],
  acceptedAt: minutesAgo(300),
  startedAt: null,
  finishedAt: null,
}
const failed = (minutes: number): WorkRequest => ({ ...work, state: 'FAILED', finishedAt: minutesAgo(minutes) })

test('first decisions and extensions wait alike, and those that came within the hour are the change', () => {
  const extension = { ...accessRequest, phase: 'extension-waiting' as const, updatedAt: minutesAgo(10) }
  const open = { ...accessRequest, phase: 'open' as const }
  expect(waitingTally([accessRequest, extension, open], now)).toMatchObject({
    count: 2,
    tone: 'warn',
    change: '1 in the last hour',
  })
})

test('what waits longer is no news, and nothing waiting is good', () => {
  expect(waitingTally([accessRequest], now).change).toBe('none in the last hour')
  expect(waitingTally([], now)).toMatchObject({ count: 0, tone: 'good', change: 'all decided' })
})

test('access that may still be open is told before anything else, and not counted as waiting', () => {
  const stuck = { ...accessRequest, phase: 'may-be-open' as const }
  expect(waitingTally([stuck, accessRequest], now)).toMatchObject({
    count: 1,
    change: '1 may still have access',
    changeTone: 'bad',
  })
})

test('pools that failed are counted with those whose desktops could not be read, and the list shows their states', () => {
  const pools = [pool({ state: 'FAILED' }), pool({ usage: null }), pool({}), pool({ state: 'UPDATING' })]
  expect(poolsTally(pools)).toEqual({
    count: 2,
    tone: 'bad',
    change: '1 changing',
    search: 'state=FAILED&state=ACTIVE',
  })
  expect(poolsTally([pool({})])).toMatchObject({ count: 0, tone: 'good', change: 'none changing' })
})

test('work that needs attention is in flight and said to need it', () => {
  const needing = { ...work, state: 'NEEDS_ATTENTION' }
  expect(inFlightTally([work, needing, failed(5)], now)).toMatchObject({
    count: 2,
    change: '1 needs attention',
    changeTone: 'warn',
    search: 'state=IN_PROGRESS&state=NEEDS_ATTENTION',
  })
  expect(inFlightTally([{ ...work, acceptedAt: minutesAgo(1) }], now).change).toBe('all in the last hour')
})

test('only what failed within a day counts, the latest first', () => {
  const all = [failed(600), failed(30), failed(24 * 60 + 1), work]
  expect(failedTally(all, now)).toMatchObject({ count: 2, tone: 'bad', change: '1 in the last hour' })
  expect(failedSince(all, now).map(({ finishedAt }) => finishedAt)).toEqual([minutesAgo(30), minutesAgo(600)])
})
