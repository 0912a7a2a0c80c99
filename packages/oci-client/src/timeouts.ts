import type { Timeouts } from './client-options.ts'
import { OciError } from './error.ts'

const defaults = { connectMs: 10_000, readMs: 60_000, callMs: 60_000 }

/** All three, in milliseconds; one number is for connecting and reading. Throws `bad-profile` when one is not above 0. */
export function timeoutsOf(given: number | Timeouts = {}): Required<Timeouts> {
  const wanted: Timeouts = typeof given === 'number' ? { connectMs: given, readMs: given } : given
  const { connectMs, readMs, callMs } = wanted
  const patience = readMs ?? defaults.readMs
  const timeouts = {
    connectMs: connectMs ?? defaults.connectMs,
    readMs: patience,
    callMs: callMs ?? Math.max(defaults.callMs, patience),
  }
  for (const [name, ms] of Object.entries(timeouts)) {
    if (!(ms > 0)) throw new OciError('bad-profile', `The timeout ${name} is in milliseconds, and must be above 0.`)
  }
  return timeouts
}
