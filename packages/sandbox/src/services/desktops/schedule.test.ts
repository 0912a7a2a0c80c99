import { expect, test } from 'vitest'
import { checkSchedule, lastTime, nextTime } from './schedule.ts'

const sundayMorning = Date.parse('2026-11-22T03:00:00Z')
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString())

test('in Quartz day 2 is Monday, and the hour is that of the time zone', () => {
  const schedule = { cronExpression: '0 10 8 ? * 2', timezone: 'America/Denver' }
  expect(iso(nextTime(schedule, sundayMorning))).toBe('2026-11-23T15:10:00.000Z')
  expect(iso(lastTime(schedule, sundayMorning))).toBe('2026-11-16T15:10:00.000Z')
})

test('a schedule keeps its local hour when the clocks change', () => {
  const schedule = { cronExpression: '0 0 7 * * ?', timezone: 'Europe/Berlin' }
  expect(iso(nextTime(schedule, Date.parse('2027-03-27T12:00:00Z')))).toBe('2027-03-28T05:00:00.000Z')
  expect(iso(nextTime(schedule, Date.parse('2027-03-26T12:00:00Z')))).toBe('2027-03-27T06:00:00.000Z')
})

test('the next time is after the moment, not at it', () => {
  const schedule = { cronExpression: '0 0/20 * * * ?', timezone: 'Etc/UTC' }
  expect(iso(nextTime(schedule, sundayMorning))).toBe('2026-11-22T03:20:00.000Z')
})

test('a day that no month has never comes', () => {
  expect(nextTime({ cronExpression: '0 0 7 30 2 ?', timezone: 'Etc/UTC' }, sundayMorning)).toBeUndefined()
})

test.each([
  ['0 7 * * ?', 'it has 5 fields, not 6'],
  ['@daily', 'it has 1 fields, not 6'],
  ['0 0 7 * * MON-FRI', 'exactly one of day of month and day of week must be ?'],
  ['0 0 7 ? * ?', 'exactly one of day of month and day of week must be ?'],
  ['0 0 25 * * ?', 'Invalid value for hour: 25'],
  ['0 0 7 ? * 0', 'Invalid value for dayOfWeek'],
])('the cron expression %s is refused, and the field is named', (cronExpression, why) => {
  const check = () => checkSchedule({ cronExpression, timezone: 'Etc/UTC' }, 'availabilityPolicy.startSchedule')
  expect(check).toThrow(`availabilityPolicy.startSchedule.cronExpression: "${cronExpression}" is not a Quartz`)
  expect(check).toThrow(why)
})

test.each(['Mars/Base', '+01:00', ''])('the time zone "%s" is refused', (timezone) => {
  const check = () => checkSchedule({ cronExpression: '0 0 7 * * ?', timezone }, 'availabilityPolicy.stopSchedule')
  expect(check).toThrow(`availabilityPolicy.stopSchedule.timezone: "${timezone}" is not an IANA time zone.`)
})
