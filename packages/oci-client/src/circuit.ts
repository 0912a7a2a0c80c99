import { createCircuitWindow } from './circuit-window.ts'

/** `closed`: calls go out. `open`: none does. `half-open`: one may, and decides. */
export type CircuitState = 'closed' | 'open' | 'half-open'

/** What an attempt says about the host: that it works, that it does not, or nothing. */
export type Verdict = 'works' | 'fails' | 'nothing'

/** As in `CircuitBreakerOptions`. */
export interface CircuitLimits {
  readonly failures: number
  readonly share: number
  readonly windowMs: number
  readonly openMs: number
}

/** One circuit, which knows neither of hosts nor of errors. */
export interface Circuit {
  readonly state: CircuitState
  /** How long until a call may go out, in milliseconds; 0 when one may. */
  shutForMs(): number
  /** Begins an attempt; gives what must be told what came of it, or undefined when none may go out. */
  enter(): ((verdict: Verdict) => void) | undefined
}

/** A circuit that is closed; `changed` hears of every change. */
export function createCircuit(
  { failures, share, windowMs, openMs }: CircuitLimits,
  changed: (state: CircuitState) => void,
): Circuit {
  const window = createCircuitWindow(windowMs)
  let state: CircuitState = 'closed'
  let openUntil = 0
  /** The one attempt that decides; it counts for no longer than the circuit is open, should it never come back. */
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

  const reportNormal = (verdict: Verdict) => {
    // what began before it opened says nothing of what is so now
    if (state !== 'closed' || verdict === 'nothing') return
    window.count(verdict === 'fails')
    if (verdict !== 'fails') return
    const sums = window.sums()
    if (sums.failures >= failures && sums.failures >= share * sums.attempts) become('open')
  }

  return {
    get state() {
      return state
    },
    shutForMs,
    enter() {
      if (state === 'closed') return reportNormal
      if (shutForMs() > 0) return undefined
      if (state === 'open') become('half-open')
      const mine = (trial = { until: performance.now() + openMs })
      return (verdict) => {
        if (trial !== mine) return
        trial = undefined
        if (verdict === 'works') become('closed')
        if (verdict === 'fails') become('open')
      }
    },
  }
}
