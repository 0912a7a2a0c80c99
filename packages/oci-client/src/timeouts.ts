import type { Timeouts } from './client-options.ts'
import { OciError } from './error.ts'

/** Silence ends an attempt long before the call ends, so that there is time to retry it. */
const defaults = { connectMs: 10_000, readMs: 20_000, callMs: 60_000 }

/** All three, in milliseconds; one number is for connecting and reading. Throws `bad-profile` when one is not above 0. */
export function timeoutsOf(option: number | Timeouts = {}): Required<Timeouts> {
  const { connectMs, readMs, callMs }: Timeouts =
    typeof option === 'number' ? { connectMs: option, readMs: option } : option
  const silenceMs = readMs ?? defaults.readMs
  const timeouts = {
    connectMs: connectMs ?? defaults.connectMs,
    readMs: silenceMs,
    callMs: callMs ?? Math.max(defaults.callMs, silenceMs),
  }
  for (const [name, ms] of Object.entries(timeouts)) {
    if (!(ms > 0)) throw new OciError('bad-profile', `The timeout ${name} is in milliseconds, and must be above 0.`)
  }
  return timeouts
}

/** undici takes whole milliseconds, and 0 for no limit. */
export const undiciTimeout = (ms: number): number => (ms === Infinity ? 0 : Math.ceil(ms))
