import type { Desktops } from '@gatehouse/oci-api'
import { lastTime, nextTime } from '../schedule.ts'

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Singapore', 'America/Los_Angeles', 'Asia/Kolkata']

/** Hours of the zone; between them they cover the clock, weekends included. */
const habits = [
  { days: '? * MON-FRI', opens: 7, closes: 19 },
  { days: '? * MON-SAT', opens: 6, closes: 22 },
  { days: '* * ?', opens: 7, closes: 20 },
  { days: '* * ?', opens: 5, closes: 22 },
]

/** Nothing happens by schedule in the first while, so that a world can be looked at as it was made. */
const quietMs = 45 * 60_000

export type Hours = Required<Desktops.DesktopAvailabilityPolicy>

/** A believable cron pair by which a pool is open, or closed, at that moment; tried from the `first` choice on. */
export function officeHours(isOpen: boolean, nowMs: number, first: number): Hours {
  const choices = zones.flatMap((timezone) => habits.map((habit) => hoursOf(timezone, habit)))
  const found = choices
    .map((_, index) => choices[(first + index) % choices.length]!) // modulo its length
    .find((hours) => wasOpened(hours, nowMs) === isOpen && isQuiet(hours, nowMs))
  if (!found) throw new Error('No office hours fit; the choices are meant to cover the clock.')
  return found
}

/** Whether the last thing the cron pair did was to open. */
export const wasOpened = ({ startSchedule, stopSchedule }: Hours, nowMs: number): boolean =>
  (lastTime(startSchedule, nowMs) ?? 0) > (lastTime(stopSchedule, nowMs) ?? 0)

/** Starts at every full, stops at every half of twenty minutes. */
export const shortShifts: Hours = {
  startSchedule: { cronExpression: '0 0/20 * * * ?', timezone: 'Etc/UTC' },
  stopSchedule: { cronExpression: '0 10/20 * * * ?', timezone: 'Etc/UTC' },
}

const isQuiet = ({ startSchedule, stopSchedule }: Hours, nowMs: number) =>
  [startSchedule, stopSchedule].every((schedule) => (nextTime(schedule, nowMs) ?? Infinity) > nowMs + quietMs)

const hoursOf = (timezone: string, { days, opens, closes }: (typeof habits)[number]): Hours => ({
  startSchedule: { cronExpression: `0 0 ${opens} ${days}`, timezone },
  stopSchedule: { cronExpression: `0 30 ${closes - 1} ${days}`, timezone },
})
