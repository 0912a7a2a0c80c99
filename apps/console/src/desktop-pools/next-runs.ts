import { readCron } from './cron.ts'

interface Schedule {
  cronExpression: string
  timeZone: string
}

interface PoolSchedule {
  start: Schedule | null
  stop: Schedule | null
  opensAt: string | null
  closesAt: string | null
}

export interface Run {
  action: 'start' | 'stop'
  atMs: number
  /** By the cron pair, or because the pool opens or closes for good. */
  cause: 'schedule' | 'opening' | 'closing'
}

const dayMs = 86_400_000
/** A schedule that names a day of the week comes round within this many days. */
const daysAhead = 8

/**
 * What the schedule does next, soonest first. Between opening and closing the pair of cron expressions counts; OCI
 * documents the fields and not how they meet, so that this is assumed. An expression this console cannot read gives none.
 */
export function nextRuns({ start, stop, opensAt, closesAt }: PoolSchedule, nowMs: number, count: number): Run[] {
  const opensMs = opensAt === null ? -Infinity : Date.parse(opensAt)
  const closesMs = closesAt === null ? Infinity : Date.parse(closesAt)
  const fromMs = Math.max(nowMs, opensMs)
  const runs: Run[] = [
    { action: 'start' as const, atMs: opensMs, cause: 'opening' as const },
    { action: 'stop' as const, atMs: closesMs, cause: 'closing' as const },
    ...timesOf(start, fromMs, count).map((atMs): Run => ({ action: 'start', atMs, cause: 'schedule' })),
    ...timesOf(stop, fromMs, count).map((atMs): Run => ({ action: 'stop', atMs, cause: 'schedule' })),
  ]
  return runs
    .filter(({ atMs, cause }) => Number.isFinite(atMs) && atMs > nowMs && (cause !== 'schedule' || atMs < closesMs))
    .sort((a, b) => a.atMs - b.atMs)
    .slice(0, count)
}

function timesOf(schedule: Schedule | null, fromMs: number, count: number): number[] {
  const times = schedule && readCron(schedule.cronExpression)
  if (!schedule || !times || !isZone(schedule.timeZone)) return []
  const found: number[] = []
  // from the day before: the reader's day may have begun earlier than the zone's
  for (let day = -1; day <= daysAhead && found.length < count; day++) {
    const { year, month, date, weekday } = dayIn(schedule.timeZone, fromMs + day * dayMs)
    if (!times.weekdays.includes(weekday)) continue
    for (const hour of times.hours) {
      for (const minute of times.minutes) {
        const atMs = instantOf(Date.UTC(year, month - 1, date, hour, minute), schedule.timeZone)
        if (atMs > fromMs && atMs !== found.at(-1) && found.length < count) found.push(atMs)
      }
    }
  }
  return found
}

function dayIn(timeZone: string, atMs: number) {
  const local = new Date(atMs + offsetMs(timeZone, atMs))
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    date: local.getUTCDate(),
    weekday: local.getUTCDay(),
  }
}

/**
 * When the clocks of a zone show that time, given as if it were UTC. A time that the clocks skip is taken as so much
 * after the jump; of one that comes twice, the first.
 */
function instantOf(localMs: number, timeZone: string): number {
  const before = localMs - offsetMs(timeZone, localMs - dayMs)
  return localMs - offsetMs(timeZone, before) === before ? before : afterChange(localMs, before, timeZone)
}

function afterChange(localMs: number, before: number, timeZone: string) {
  const after = localMs - offsetMs(timeZone, before)
  // the offset that holds after the change may say a moment before it: then the clocks skipped this time
  return after + offsetMs(timeZone, after) === localMs ? after : before
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** OCI may know a zone that this browser does not. */
function isZone(timeZone: string): boolean {
  try {
    offsetMs(timeZone, 0)
    return true
  } catch {
    return false
  }
}

/** How far the clocks of a zone are ahead of UTC. An unknown zone throws a RangeError. */
function offsetMs(timeZone: string, atMs: number): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', hour: '2-digit' })
    formats.set(timeZone, format)
  }
  const name = format.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}
