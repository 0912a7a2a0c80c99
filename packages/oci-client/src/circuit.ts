import { createCircuitWindow } from './circuit-window.ts'

/** `closed`: calls go out. `open`: none does. `half-open`: one may, and decides. */
export type CircuitState = 'closed' | 'open' | 'half-open'

/** What an attempt says about the host: that it works, that it does not, or nothing. */
export type Verdict = 'works' | 'fails' | 'nothing'

/** Failures of one target count for at most this part of the failures that open a circuit. */
const shareOfOneTarget = 1 / 4

/** As in `CircuitBreakerOptions`. */
export interface CircuitLimits {
  readonly failures: number
  readonly share: number
  readonly windowMs: number
  readonly openMs: number
}

/** One circuit, without regard to hosts and errors. */
export interface Circuit {
  readonly state: CircuitState
  /** How long until a call may go out, in milliseconds; 0 when one may. */
  shutForMs(): number
  /** Begins an attempt on a target; gives what must be called with its verdict, or undefined when no call may go out. */
  enter(target: string): ((verdict: Verdict) => void) | undefined
}

/** A circuit that is closed; `changed` is called with every change. */
export function createCircuit(
  { failures, share, windowMs, openMs }: CircuitLimits,
  changed: (state: CircuitState) => void,
): Circuit {
  const window = createCircuitWindow(windowMs, Math.ceil(failures * shareOfOneTarget))
  let state: CircuitState = 'closed'
  let openUntil = 0
  /** The attempt that decides. Another one may replace it after as long as the circuit was open, should it never end. */
  let trial: { readonly until: number } | undefined

  function become(next: CircuitState) {
    state = next
    trial = undefined
    window.clear()
    if (next === 'open') openUntil = performance.now() + openMs
    changed(next)
  }

  function shutForMs(): number {
    if (state === 'closed') return 0
    return Math.max(0, (trial ? trial.until : openUntil) - performance.now())
  }

  function count(target: string, verdict: Verdict) {
    if (verdict === 'works') window.countSuccess()
    if (verdict !== 'fails') return
    window.countFailure(target)
    const sums = window.sums()
    if (sums.failures >= failures && sums.failures >= share * sums.attempts) become('open')
  }

  return {
    get state() {
      return state
    },
    shutForMs,
    enter(target) {
      if (shutForMs() > 0) return undefined
      if (state === 'open') become('half-open')
      const isTrial = state === 'half-open'
      const own = { until: performance.now() + openMs }
      if (isTrial) trial = own
      return (verdict) => {
        if (state === 'closed') {
          // a trial that ends after the circuit closed failed in the outage that is over
          if (!isTrial) count(target, verdict)
          return
        }
        const decides = trial === own
        if (decides) trial = undefined
        // any success shows that the host works, whenever its attempt began; a failure of an earlier attempt shows nothing
        if (verdict === 'works') become('closed')
        if (verdict === 'fails' && decides) become('open')
      }
    },
  }
}
