const dayMs = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format is slow, and a table has many times. */
function format(atMs: number, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
  const key = `${Object.keys(options).join()} ${timeZone ?? ''}`
  let cached = formats.get(key)
  if (!cached) {
    cached = new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
    formats.set(key, cached)
  }
  return cached.format(atMs)
}

/**
 * The shortest unambiguous form of a time, in the reader's zone: "18:04" today, "Mon 18:04" within six
 * days, "12 Nov 18:04" this year, with the year otherwise.
 */
export function shortTime(atMs: number, nowMs: number, timeZone?: string): string {
  const time = format(atMs, { hour: '2-digit', minute: '2-digit' }, timeZone)
  const dayOf = (ms: number) => format(ms, { year: 'numeric', month: '2-digit', day: '2-digit' }, timeZone)
  if (dayOf(atMs) === dayOf(nowMs)) return time
  if (Math.abs(atMs - nowMs) < 6 * dayMs) return `${format(atMs, { weekday: 'short' }, timeZone)} ${time}`
  const yearOf = (ms: number) => format(ms, { year: 'numeric' }, timeZone)
  const day = format(atMs, { day: 'numeric', month: 'short' }, timeZone)
  return yearOf(atMs) === yearOf(nowMs) ? `${day} ${time}` : `${day} ${yearOf(atMs)} ${time}`
}
