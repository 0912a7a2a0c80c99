/** When a pool starts or stops, as far as this console can read it: at these times of day on these days of the week. */
export interface DailyTimes {
  /** Ascending. */
  hours: readonly number[]
  /** Ascending. */
  minutes: readonly number[]
  /** 0 is Sunday, ascending. */
  weekdays: readonly number[]
}

const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/**
 * Reads a Quartz cron expression (seconds first, Sunday is 1, one day field is `?`) when it names times of day and days
 * of the week. Null for what names days of the month, months or years, or is no such expression: it is then shown as it
 * stands. (quartz-scheduler.org/documentation, CronTrigger)
 */
export function readCron(expression: string): DailyTimes | null {
  const [seconds, minuteField, hourField, dayOfMonth, month, dayOfWeek, year] = expression
    .trim()
    .toUpperCase()
    .split(/\s+/)
  if (minuteField === undefined || hourField === undefined || dayOfWeek === undefined) return null
  if (!/^\d+$/.test(seconds ?? '') || !['*', '?'].includes(dayOfMonth ?? '') || month !== '*') return null
  if (year !== undefined && year !== '*') return null

  const minutes = readField(minuteField, 0, 59)
  const hours = readField(hourField, 0, 23)
  const days = dayOfWeek === '?' ? range(1, 7) : readField(withNumbers(dayOfWeek), 1, 7)
  if (!minutes || !hours || !days) return null
  return { minutes, hours, weekdays: days.map((day) => day - 1) }
}

/** `MON-FRI` as `2-6`. */
const withNumbers = (field: string) =>
  field.replaceAll(/[A-Z]{3}/g, (name) => {
    const index = weekdayNames.indexOf(name)
    return index === -1 ? name : String(index + 1)
  })

/** A list of numbers, ranges and steps: `1,3-5,0/15`, `*`. Null when it is something else. */
function readField(field: string, from: number, to: number): number[] | null {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const found = readPart(part, from, to)
    if (!found) return null
    for (const value of found) values.add(value)
  }
  return [...values].sort((a, b) => a - b)
}

function readPart(part: string, from: number, to: number): number[] | null {
  const match = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
  if (!match) return null
  const [, all, first, last, step] = match
  const begin = all ? from : Number(first)
  // a step without an end runs to the end of the field
  const end = last === undefined ? (all || step ? to : begin) : Number(last)
  const by = step === undefined ? 1 : Number(step)
  if (begin < from || end > to || begin > to || by < 1) return null
  const whole = begin <= end ? range(begin, end) : [...range(begin, to), ...range(from, end)] // FRI-MON goes round
  return whole.filter((_value, index) => index % by === 0)
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_value, index) => from + index)
