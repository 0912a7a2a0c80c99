import { utcTime, exactTime } from '../times.ts'
import type { LogTimes } from './preferences.ts'

/** The time of a line as the reader wants it, always of the same width; '' for none. */
export function lineTime(at: string, times: LogTimes, startedAt: string | null): string {
  const moment = Date.parse(at)
  if (times === 'none' || Number.isNaN(moment)) return ''
  if (times === 'elapsed') return elapsed(moment - Date.parse(startedAt ?? at))
  const iso = times === 'utc' ? new Date(moment).toISOString() : localIso(moment)
  return iso.slice(5, 19).replace('T', ' ')
}

/** For the tooltip: local with zone, then UTC. */
export const fullTime = (at: string) => `${exactTime(Date.parse(at))}\n${utcTime(Date.parse(at))}`

/** `+00:04:07.3` */
function elapsed(ms: number): string {
  if (Number.isNaN(ms)) return ''
  const size = Math.abs(ms)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(size / 3_600_000)}:${two((size / 60_000) % 60)}:${two((size / 1000) % 60)}.${Math.floor((size / 100) % 10)}`
}

const localIso = (moment: number) => new Date(moment - new Date(moment).getTimezoneOffset() * 60_000).toISOString()
