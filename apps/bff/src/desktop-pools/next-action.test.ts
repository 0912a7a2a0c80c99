import { expect, test } from 'vitest'
import { inWords, nextAction, nextActions } from './next-action.ts'

const nowMs = Date.parse('2026-11-22T10:00:00Z') // a Sunday

const weekdays = (hour: number, timezone = 'UTC') => ({ cronExpression: `0 0 ${hour} ? * MON-FRI`, timezone })

const pool = (more: object = {}) => ({
  lifecycleState: 'ACTIVE' as const,
  availabilityPolicy: { startSchedule: weekdays(7), stopSchedule: weekdays(19) },
  ...more,
})

test('the nearer of start and stop comes next', () => {
  expect(nextAction(pool(), nowMs)).toEqual({ action: 'start', at: '2026-11-23T07:00:00.000Z' })
  expect(nextAction(pool(), Date.parse('2026-11-23T12:00:00Z'))).toEqual({
    action: 'stop',
    at: '2026-11-23T19:00:00.000Z',
  })
})

test('a schedule is read in its own time zone, on both sides of a change to winter time', () => {
  const berlin = pool({
    availabilityPolicy: { startSchedule: { cronExpression: '0 0 7 ? * *', timezone: 'Europe/Berlin' } },
  })
  expect(nextAction(berlin, Date.parse('2026-10-24T03:00:00Z'))?.at).toBe('2026-10-24T05:00:00.000Z')
  expect(nextAction(berlin, Date.parse('2026-10-25T03:00:00Z'))?.at).toBe('2026-10-25T06:00:00.000Z')
})

test('days of the week are numbered as Quartz does, from Sunday as 1', () => {
  const monday = pool({ availabilityPolicy: { startSchedule: { cronExpression: '0 10 8 ? * 2', timezone: 'UTC' } } })
  expect(nextAction(monday, nowMs)?.at).toBe('2026-11-23T08:10:00.000Z')
})

test('before the pool opens its opening comes next, and its schedule rests', () => {
  const opening = pool({ timeStartScheduled: '2026-12-01T12:00:00Z' })
  expect(nextAction(opening, nowMs)).toEqual({ action: 'start', at: '2026-12-01T12:00:00.000Z' })
  expect(nextAction(opening, Date.parse('2026-12-01T12:30:00Z'))).toEqual({
    action: 'stop',
    at: '2026-12-01T19:00:00.000Z',
  })
})

test('after the pool has closed nothing is planned', () => {
  expect(nextAction(pool({ timeStopScheduled: '2026-11-20T00:00:00Z' }), nowMs)).toBeNull()
  const closing = pool({ timeStopScheduled: '2026-11-22T18:00:00Z' })
  expect(nextAction(closing, nowMs)).toEqual({ action: 'stop', at: '2026-11-22T18:00:00.000Z' })
})

test('a pool without schedule, one that is no more, and a schedule that makes no sense have no next action', () => {
  expect(nextAction(pool({ availabilityPolicy: {} }), nowMs)).toBeNull()
  expect(nextAction(pool({ lifecycleState: 'DELETED' }), nowMs)).toBeNull()
  expect(
    nextAction(pool({ availabilityPolicy: { startSchedule: { cronExpression: 'whenever', timezone: 'UTC' } } }), nowMs),
  ).toBeNull()
  expect(nextAction(pool({ availabilityPolicy: { startSchedule: weekdays(7, 'Mars/Olympus') } }), nowMs)).toBeNull()
})

test('the next few starts and stops come in turn, none after the pool closes', () => {
  const closing = pool({
    availabilityPolicy: { startSchedule: weekdays(7), stopSchedule: weekdays(18) },
    timeStopScheduled: '2026-11-24T12:00:00Z',
  })
  expect(nextActions(closing, nowMs, 6).map(({ action, at }) => `${action} ${at}`)).toEqual([
    'start 2026-11-23T07:00:00.000Z',
    'stop 2026-11-23T18:00:00.000Z',
    'start 2026-11-24T07:00:00.000Z',
    'stop 2026-11-24T12:00:00.000Z',
  ])
})

test('an expression reads as words, and one that makes no sense as none', () => {
  expect(inWords({ cronExpression: '0 30 21 ? * MON-FRI', timezone: 'UTC' })).toBe('At 21:30, Monday through Friday')
  expect(inWords({ cronExpression: '0 10 8 ? * 2', timezone: 'UTC' })).toBe('At 08:10, only on Monday')
  expect(inWords({ cronExpression: 'whenever', timezone: 'UTC' })).toBeNull()
})
