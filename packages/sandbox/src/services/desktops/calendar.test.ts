import type { Desktops } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { testWorld } from '../../testing.ts'
import { calendarOf } from './calendar.ts'
import { poolDetails } from './testing.ts'

const at = (time: string) => Date.parse(`2026-11-22T${time}Z`)
const hours = {
  startSchedule: { cronExpression: '0 0 7 * * ?', timezone: 'Etc/UTC' },
  stopSchedule: { cronExpression: '0 0 19 * * ?', timezone: 'Etc/UTC' },
}

function poolWith(more: Partial<Desktops.DesktopPool>): Desktops.DesktopPool {
  const { privateAccessDetails: _, ...details } = poolDetails(testWorld())
  return {
    ...details,
    id: 'ocid1.desktoppool.1',
    lifecycleState: 'ACTIVE',
    timeCreated: '2026-11-01T00:00:00Z',
    ...more,
  }
}

test('a pool without a schedule plans nothing', () => {
  expect(calendarOf(poolWith({}), at('06:00:00'))).toEqual({ start: undefined, stop: undefined })
})

test('the cron pair is planned as AVAILABILITY actions', () => {
  expect(calendarOf(poolWith({ availabilityPolicy: hours }), at('12:00:00'))).toEqual({
    start: { action: 'AVAILABILITY_START', atMs: Date.parse('2026-11-23T07:00:00Z') },
    stop: { action: 'AVAILABILITY_STOP', atMs: at('19:00:00') },
  })
})

test('the same pool read later plans later', () => {
  const pool = poolWith({ availabilityPolicy: hours })
  expect(calendarOf(pool, at('06:59:59')).start?.atMs).toBe(at('07:00:00'))
  expect(calendarOf(pool, at('07:00:00')).start?.atMs).toBe(Date.parse('2026-11-23T07:00:00Z'))
})

test('a pool opens at timeStartScheduled, and its cron pair counts only from then on', () => {
  const pool = poolWith({ availabilityPolicy: hours, timeStartScheduled: '2026-11-22T08:00:00Z' })
  expect(calendarOf(pool, at('06:00:00')).start).toEqual({ action: 'SCHEDULED_START', atMs: at('08:00:00') })
  expect(calendarOf(pool, at('09:00:00')).start?.action).toBe('AVAILABILITY_START')
})

test('after timeStopScheduled nothing starts the pool any more', () => {
  const pool = poolWith({ availabilityPolicy: hours, timeStopScheduled: '2026-11-22T18:00:00Z' })
  expect(calendarOf(pool, at('12:00:00'))).toEqual({
    start: undefined,
    stop: { action: 'SCHEDULED_STOP', atMs: at('18:00:00') },
  })
})

test.each(['DELETING', 'DELETED', 'FAILED'] as const)('a pool that is %s plans nothing', (lifecycleState) => {
  const pool = poolWith({ availabilityPolicy: hours, lifecycleState })
  expect(calendarOf(pool, at('12:00:00'))).toEqual({ start: undefined, stop: undefined })
})
