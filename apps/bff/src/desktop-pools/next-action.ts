import type { ScheduledAction } from '@gatehouse/contract'
import type { Desktops } from '@gatehouse/oci-api'
import { Cron } from 'croner'
import cronstrue from 'cronstrue'

type Scheduled = Pick<
  Desktops.DesktopPool,
  'lifecycleState' | 'timeStartScheduled' | 'timeStopScheduled' | 'availabilityPolicy'
>

const noLongerUsed = new Set<string>(['DELETING', 'DELETED', 'FAILED'])

/** The next scheduled action of the pool; null when there is none. */
export const nextAction = (pool: Scheduled, nowMs: number): ScheduledAction | null =>
  nextActions(pool, nowMs, 1)[0] ?? null

/**
 * What happens to the pool by schedule, soonest first: it opens at `timeStartScheduled` and closes at
 * `timeStopScheduled`; between the two its pair of cron expressions starts and stops the desktops. OCI documents the
 * fields and not how they meet, so that the pair rests outside the window is assumed.
 */
export function nextActions(pool: Scheduled, nowMs: number, count: number): ScheduledAction[] {
  if (noLongerUsed.has(pool.lifecycleState)) return []
  const opensMs = Date.parse(pool.timeStartScheduled ?? '')
  const closesMs = Date.parse(pool.timeStopScheduled ?? '')
  const { startSchedule, stopSchedule } = pool.availabilityPolicy
  const fromMs = Math.max(nowMs, opensMs || nowMs)
  const byPair = [
    ...nextTimes(startSchedule, fromMs, count).map((atMs) => ({ action: 'start' as const, atMs })),
    ...nextTimes(stopSchedule, fromMs, count).map((atMs) => ({ action: 'stop' as const, atMs })),
  ].filter(({ atMs }) => !(atMs >= closesMs))
  return [{ action: 'start' as const, atMs: opensMs }, { action: 'stop' as const, atMs: closesMs }, ...byPair]
    .filter(({ atMs }) => atMs > nowMs)
    .sort((one, other) => one.atMs - other.atMs)
    .slice(0, count)
    .map(({ action, atMs }) => ({ action, at: new Date(atMs).toISOString() }))
}

/** "At 07:00, Monday through Friday"; null for an expression that cannot be read. */
export function inWords({ cronExpression }: Desktops.DesktopSchedule): string | null {
  try {
    return cronstrue.toString(cronExpression, { dayOfWeekStartIndexZero: false, use24HourTimeFormat: true })
  } catch {
    return null
  }
}

/** Cached, because parsing an expression is expensive and pools are polled every few seconds. */
const read = new Map<string, Cron | null>()
const mostRead = 1_000

/** When the schedule comes round after a moment, in milliseconds; none for a schedule that we cannot read. */
function nextTimes(schedule: Desktops.DesktopSchedule | undefined, fromMs: number, count: number): number[] {
  if (!schedule?.cronExpression) return []
  const key = `${schedule.timezone} ${schedule.cronExpression}`
  if (read.size > mostRead) read.clear()
  const existing = read.get(key)
  const cron = existing === undefined ? parse(schedule) : existing
  read.set(key, cron)
  return cron?.nextRuns(count, new Date(fromMs)).map((time) => time.getTime()) ?? []
}

/** Quartz's dialect, as Oracle's examples have it (`0 10 8 ? * 2`): seconds first, Sunday is 1, `0/15` is a step. */
function parse({ cronExpression, timezone }: Desktops.DesktopSchedule): Cron | null {
  try {
    const cron = new Cron(cronExpression, {
      timezone,
      alternativeWeekdays: true,
      sloppyRanges: true,
      mode: '6-or-7-parts',
      paused: true,
    })
    // croner checks the time zone only here
    cron.nextRun()
    return cron
  } catch {
    return null
  }
}
