import type { Desktops } from '@gatehouse/oci-api'
import { Cron } from 'croner'
import { invalidParameter } from '../../fault.ts'

const parsed = new Map<string, Cron>()

/** Quartz: six fields from seconds to day of week, Sunday is 1, `0/15` is a step, one of the two day fields is `?`. */
function cronOf({ cronExpression, timezone }: Desktops.DesktopSchedule): Cron {
  const key = `${cronExpression} ${timezone}`
  const known = parsed.get(key)
  if (known) return known
  const cron = new Cron(cronExpression, {
    mode: '6-part',
    alternativeWeekdays: true,
    sloppyRanges: true,
    timezone,
    paused: true,
  })
  parsed.set(key, cron)
  return cron
}

/** The first moment after `ms` that the schedule names, in milliseconds, or undefined when there is none. */
export const nextTime = (schedule: Desktops.DesktopSchedule, ms: number): number | undefined =>
  cronOf(schedule).nextRun(new Date(ms))?.getTime()

/** The last moment before `ms`. */
export const lastTime = (schedule: Desktops.DesktopSchedule, ms: number): number | undefined =>
  cronOf(schedule).previousRuns(1, new Date(ms))[0]?.getTime()

/** Throws InvalidParameter naming the field when the cron expression or the time zone cannot be read. */
export function checkSchedule(schedule: Desktops.DesktopSchedule, field: string): void {
  const { cronExpression, timezone } = schedule
  if (!isZone(timezone)) throw invalidParameter(`${field}.timezone: "${timezone}" is not an IANA time zone.`)

  const wrong = (why: string) =>
    invalidParameter(`${field}.cronExpression: "${cronExpression}" is not a Quartz cron expression: ${why}.`)
  const fields = cronExpression.trim().split(/\s+/)
  if (fields.length !== 6) throw wrong(`it has ${fields.length} fields, not 6`)
  if ((fields[3] === '?') === (fields[5] === '?')) throw wrong('exactly one of day of month and day of week must be ?')
  try {
    cronOf(schedule)
  } catch (error) {
    throw wrong(error instanceof Error ? error.message.replace(/^CronPattern: /, '') : 'it cannot be read')
  }
}

function isZone(timezone: string) {
  if (/^[+-]/.test(timezone)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: timezone }))
  } catch {
    return false
  }
}
