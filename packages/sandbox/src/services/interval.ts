import { invalidParameter } from '../fault.ts'

interface Asked {
  numDays?: number
  timeStart?: string | Date
  timeEnd?: string | Date
}

const dayMs = 86_400_000

/**
 * The span of creation times that a list is asked for, both ends included. `numDays` looks back from now. Oracle says
 * that `timeStart` and `timeEnd` are used together; one alone leaves the other side open here. `nowMs` is what `numDays`
 * looks back from.
 */
export function interval({ numDays, timeStart, timeEnd }: Asked, nowMs: number): { fromMs: number; toMs: number } {
  if (numDays !== undefined && numDays < 0) throw invalidParameter(`numDays looks back, so it cannot be ${numDays}.`)
  const startMs = timeStart === undefined ? -Infinity : new Date(timeStart).getTime()
  const toMs = timeEnd === undefined ? Infinity : new Date(timeEnd).getTime()
  if (startMs > toMs) throw invalidParameter('timeStart is later than timeEnd.')
  return { fromMs: Math.max(startMs, numDays === undefined ? -Infinity : nowMs - numDays * dayMs), toMs }
}
