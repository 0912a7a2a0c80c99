import { readCron, type DailyTimes } from './cron.ts'

interface Schedule {
  cronExpression: string
  timeZone: string
}

/** "Monday to Friday at 07:00, Europe/Berlin"; an expression that this console cannot read as it stands. */
export function scheduleWords({ cronExpression, timeZone }: Schedule): string {
  const times = readCron(cronExpression)
  return times ? `${daysWords(times)} ${timesWords(times)}, ${timeZone}` : `${cronExpression}, ${timeZone}`
}

const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Monday first, as people say it. */
function daysWords({ weekdays }: DailyTimes): string {
  const days = weekdays.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
  const [first = 0] = days
  const last = days.at(-1) ?? 0
  if (days.length === 7) return 'Every day'
  const inARow = days.every((day, index) => index === 0 || (day + 6) % 7 === (((days[index - 1] ?? 0) + 6) % 7) + 1)
  if (days.length > 2 && inARow) return `${names[first]} to ${names[last]}`
  return days.length === 1
    ? `${names[first]}`
    : `${days
        .slice(0, -1)
        .map((day) => names[day])
        .join(', ')} and ${names[last]}`
}

const most = 4

function timesWords({ hours, minutes }: DailyTimes): string {
  const [step] = steps(minutes)
  if (hours.length === 24) {
    if (minutes.length === 60) return 'every minute'
    const past = `at ${inAList(minutes.map((minute) => `:${twoDigits(minute)}`))} past every hour`
    return step === undefined || minutes.length < 3 ? past : `every ${step} minutes from :${twoDigits(minutes[0] ?? 0)}`
  }
  const times = hours.flatMap((hour) => minutes.map((minute) => `${twoDigits(hour)}:${twoDigits(minute)}`))
  return times.length <= most
    ? `at ${inAList(times)}`
    : `at ${times.slice(0, most - 1).join(', ')} and ${times.length - most + 1} more times`
}

/** The one distance between neighbours, when there is only one. */
const steps = (values: readonly number[]) => {
  const distances = new Set(values.slice(1).map((value, index) => value - (values[index] ?? 0)))
  return distances.size === 1 ? [...distances] : []
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

const inAList = (texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
