import type { Desktops } from '@gatehouse/oci-api'
import { nextTime } from './schedule.ts'

/** What a pool's schedule does next, seen from one moment on. */
export interface Calendar {
  start: Planned | undefined
  stop: Planned | undefined
}

export interface Planned {
  action: Desktops.DesktopAction['action']
  atMs: number
}

const resting: Calendar = { start: undefined, stop: undefined }

/** Reading a cron expression costs more than a desktop row, and a pool has many rows: kept until its first event. */
const known = new WeakMap<Desktops.DesktopPool, { calendar: Calendar; fromMs: number; untilMs: number }>()

/**
 * The next start and stop of the pool after `nowMs`. `timeStartScheduled` opens the pool and `timeStopScheduled` closes
 * it (SCHEDULED_…); between the two, or always when they are absent, the cron pair starts and stops it (AVAILABILITY_…).
 * A pool that is not in use plans nothing. OCI documents the fields, not how they meet: assumed.
 */
export function calendarOf(pool: Desktops.DesktopPool, nowMs: number): Calendar {
  if (['DELETING', 'DELETED', 'FAILED'].includes(pool.lifecycleState)) return resting
  const cached = known.get(pool)
  if (cached && cached.fromMs <= nowMs && nowMs < cached.untilMs) return cached.calendar

  const opensMs = timeOf(pool.timeStartScheduled) ?? -Infinity
  const closesMs = timeOf(pool.timeStopScheduled) ?? Infinity
  const { startSchedule, stopSchedule } = pool.availabilityPolicy
  const afterMs = Math.max(nowMs, opensMs)
  const cron = (schedule: Desktops.DesktopSchedule | undefined, action: Planned['action']) => {
    const atMs = schedule && nextTime(schedule, afterMs)
    return atMs !== undefined && atMs < closesMs ? { action, atMs } : undefined
  }
  const once = (action: Planned['action'], atMs: number) =>
    Number.isFinite(atMs) && atMs > nowMs ? { action, atMs } : undefined

  const calendar = {
    start: earliest(once('SCHEDULED_START', opensMs), cron(startSchedule, 'AVAILABILITY_START')),
    stop: earliest(once('SCHEDULED_STOP', closesMs), cron(stopSchedule, 'AVAILABILITY_STOP')),
  }
  known.set(pool, {
    calendar,
    fromMs: nowMs,
    untilMs: earliest(calendar.start, calendar.stop)?.atMs ?? Infinity,
  })
  return calendar
}

/** The earlier of two; the first when both are due at once. */
export function earliest(one: Planned | undefined, other: Planned | undefined): Planned | undefined {
  if (!one || !other) return one ?? other
  return other.atMs < one.atMs ? other : one
}

const timeOf = (time: string | undefined) => (time === undefined ? undefined : Date.parse(time))
