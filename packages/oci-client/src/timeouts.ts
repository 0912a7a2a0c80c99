import type { Timeouts } from './client-options.ts'
import { OciError } from './error.ts'

/** `readMs` is much shorter than `callMs`, to leave time for a retry. */
const defaults = { connectMs: 10_000, readMs: 20_000, callMs: 60_000 }

/** All three timeouts, with defaults. A single number sets `connectMs` and `readMs`. Throws `bad-profile` for 0 or less. */
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
