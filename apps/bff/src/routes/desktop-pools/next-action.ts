import type { ScheduledAction } from '@gatehouse/contract'
import type { Desktops } from '@gatehouse/oci-api'
import { Cron } from 'croner'

type Scheduled = Pick<
  Desktops.DesktopPool,
  'lifecycleState' | 'timeStartScheduled' | 'timeStopScheduled' | 'availabilityPolicy'
>

const noLongerUsed = new Set<string>(['DELETING', 'DELETED', 'FAILED'])

/**
 * What happens next to the pool by schedule: it opens at `timeStartScheduled` and closes at `timeStopScheduled`; between
 * the two its pair of cron expressions starts and stops the desktops. Null when nothing is planned. OCI documents the
 * fields and not how they meet, so that the pair rests outside the window is assumed.
 */
export function nextAction(pool: Scheduled, nowMs: number): ScheduledAction | null {
  if (noLongerUsed.has(pool.lifecycleState)) return null
  const opensMs = Date.parse(pool.timeStartScheduled ?? '')
  const closesMs = Date.parse(pool.timeStopScheduled ?? '')
  const { startSchedule, stopSchedule } = pool.availabilityPolicy
  const fromMs = Math.max(nowMs, opensMs || nowMs)
  const planned: { action: ScheduledAction['action']; atMs: number }[] = [
    { action: 'start', atMs: opensMs },
    { action: 'stop', atMs: closesMs },
    ...[
      { action: 'start' as const, atMs: nextTime(startSchedule, fromMs) },
      { action: 'stop' as const, atMs: nextTime(stopSchedule, fromMs) },
    ].filter(({ atMs }) => !(atMs >= closesMs)),
  ]
  const next = planned.filter(({ atMs }) => atMs > nowMs).sort((one, other) => one.atMs - other.atMs)[0]
  return next ? { action: next.action, at: new Date(next.atMs).toISOString() } : null
}

/** Reading an expression costs more than asking it, and pools are looked at every few seconds. */
const read = new Map<string, Cron | null>()
const mostRead = 1_000

/** When the schedule comes round after a moment, in milliseconds; NaN for never, and for a schedule that we cannot read. */
function nextTime(schedule: Desktops.DesktopSchedule | undefined, fromMs: number): number {
  if (!schedule?.cronExpression) return NaN
  const key = `${schedule.timezone} ${schedule.cronExpression}`
  if (read.size > mostRead) read.clear()
  const known = read.get(key)
  const cron = known === undefined ? parse(schedule) : known
  read.set(key, cron)
  return cron?.nextRun(new Date(fromMs))?.getTime() ?? NaN
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
    // only now it looks at the time zone
    cron.nextRun()
    return cron
  } catch {
    return null
  }
}
