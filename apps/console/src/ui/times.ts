const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const dateTime = (timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })

const withSeconds = (timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })

const clock = (timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone })

const once = <T>(make: () => T) => {
  let made: T | undefined
  return () => (made ??= make())
}
const local = once(() => dateTime())
const localExact = once(() => withSeconds())
const utcExact = once(() => withSeconds('UTC'))
const localClock = once(() => clock())

/** "22 Nov 2026, 10:12 CET", in the reader's zone. */
export const absoluteTime = (at: number) => local().format(at)

/** "Sun, 22 Nov 2026, 10:12:03 CET". */
export const exactTime = (at: number) => localExact().format(at)

/** "Sun, 22 Nov 2026, 09:12:03 UTC". */
export const utcTime = (at: number) => utcExact().format(at)

/** "10:12:03", in the reader's zone. */
export const clockTime = (at: number) => localClock().format(at)

/** "4 min ago", "in 3 h", in the units of `duration`; "just now" within five seconds either way. */
export function relativeTime(at: number, now: number): string {
  const size = Math.abs(at - now)
  if (size < 5 * secondMs) return 'just now'
  const distance = largestUnit(size)
  return at < now ? `${distance} ago` : `in ${distance}`
}

/** Hours up to two days: "45 h". */
function largestUnit(ms: number): string {
  if (ms < minuteMs) return `${Math.floor(ms / secondMs)} s`
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`
  return ms < 2 * dayMs ? `${Math.floor(ms / hourMs)} h` : `${Math.floor(ms / dayMs)} d`
}

/** The two largest units: "4 h 12 min", "3 d 4 h", "12 min", "45 s". */
export function duration(ms: number): string {
  const size = Math.max(0, ms)
  if (size < minuteMs) return `${Math.floor(size / secondMs)} s`
  if (size < hourMs) return `${Math.floor(size / minuteMs)} min`
  if (size < dayMs) return pair(size, hourMs, 'h', minuteMs, 'min')
  return pair(size, dayMs, 'd', hourMs, 'h')
}

function pair(size: number, big: number, bigUnit: string, small: number, smallUnit: string) {
  const rest = Math.floor((size % big) / small)
  return `${Math.floor(size / big)} ${bigUnit}${rest > 0 ? ` ${rest} ${smallUnit}` : ''}`
}

/**
 * The urgency of the time left: warn in the last quarter of the window, bad in the last tenth. Without a window 2 h and
 * 30 min.
 */
export function urgency(left: number, window: number | null): 'plain' | 'warn' | 'bad' {
  const [warn, bad] = window === null ? [2 * hourMs, 30 * minuteMs] : [window / 4, window / 10]
  if (left <= bad) return 'bad'
  return left <= warn ? 'warn' : 'plain'
}
