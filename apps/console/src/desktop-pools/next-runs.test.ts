import { expect, test } from 'vitest'
import { nextRuns } from './next-runs.ts'

const never = { start: null, stop: null, opensAt: null, closesAt: null }
const cron = (cronExpression: string, timeZone: string) => ({ cronExpression, timeZone })
const said = (schedule: Parameters<typeof nextRuns>[0], now: string, count = 4) =>
  nextRuns(schedule, Date.parse(now), count).map(
    ({ action, atMs, cause }) => `${action} ${new Date(atMs).toISOString().slice(0, 16)} ${cause}`,
  )

const officeHours = {
  ...never,
  start: cron('0 0 7 ? * MON-FRI', 'Europe/Berlin'),
  stop: cron('0 30 18 ? * MON-FRI', 'Europe/Berlin'),
}

test('starts and stops come in order, over the weekend', () => {
  expect(said(officeHours, '2026-11-20T12:00:00Z')).toEqual([
    'stop 2026-11-20T17:30 schedule',
    'start 2026-11-23T06:00 schedule',
    'stop 2026-11-23T17:30 schedule',
    'start 2026-11-24T06:00 schedule',
  ])
})

test('the clocks of the zone count: seven in the morning moves with daylight saving', () => {
  expect(said({ ...never, start: cron('0 0 7 * * ?', 'Europe/Berlin') }, '2026-10-23T12:00:00Z', 3)).toEqual([
    'start 2026-10-24T05:00 schedule',
    'start 2026-10-25T06:00 schedule',
    'start 2026-10-26T06:00 schedule',
  ])
})

test('a time that the clocks skip comes an hour later, and one that comes twice comes once', () => {
  const early = { ...never, start: cron('0 30 2 * * ?', 'Europe/Berlin') }
  expect(said(early, '2026-03-28T12:00:00Z', 2)).toEqual([
    'start 2026-03-29T01:30 schedule',
    'start 2026-03-30T00:30 schedule',
  ])
  expect(said(early, '2026-10-24T12:00:00Z', 2)).toEqual([
    'start 2026-10-25T00:30 schedule',
    'start 2026-10-26T01:30 schedule',
  ])
})

test('where it is another day already, the days of the zone count', () => {
  // Sunday evening in UTC, Monday morning in Auckland
  expect(said({ ...never, start: cron('0 0 9 ? * MON', 'Pacific/Auckland') }, '2026-11-22T19:00:00Z', 1)).toEqual([
    'start 2026-11-22T20:00 schedule',
  ])
})

test('a pool opens and closes for good, and the schedule counts only in between', () => {
  const season = { ...officeHours, opensAt: '2026-11-23T12:00:00Z', closesAt: '2026-11-24T12:00:00Z' }
  expect(said(season, '2026-11-22T12:00:00Z', 9)).toEqual([
    'start 2026-11-23T12:00 opening',
    'stop 2026-11-23T17:30 schedule',
    'start 2026-11-24T06:00 schedule',
    'stop 2026-11-24T12:00 closing',
  ])
  expect(said(season, '2026-12-01T12:00:00Z')).toEqual([])
})

test('what this console cannot read makes up no runs', () => {
  expect(said({ ...never, start: cron('0 0 7 1 * ?', 'Etc/UTC') }, '2026-11-22T12:00:00Z')).toEqual([])
  expect(said({ ...never, start: cron('0 0 7 * * ?', 'Mars/Olympus') }, '2026-11-22T12:00:00Z')).toEqual([])
})
