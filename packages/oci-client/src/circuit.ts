import { createCircuitWindow } from './circuit-window.ts'

/** `closed`: calls are sent. `open`: calls are refused. `half-open`: one trial call is sent and decides. */
export type CircuitState = 'closed' | 'open' | 'half-open'

/** What an attempt says about the host. */
export type Verdict = 'works' | 'fails' | 'nothing'

/** Failures of one target count for at most this share of `failures`. */
const shareOfOneTarget = 1 / 4

/** As in `CircuitBreakerOptions`. */
export interface CircuitLimits {
  readonly failures: number
  readonly share: number
  readonly windowMs: number
  readonly openMs: number
}

/** The state machine of one circuit. */
export interface Circuit {
  readonly state: CircuitState
  /** How long until a call may be sent, in milliseconds; 0 when one may be sent now. */
  shutForMs(): number
  /** Begins an attempt on a target. Call the result with its verdict; undefined when no call may be sent. */
  enter(target: string): ((verdict: Verdict) => void) | undefined
  /** Another process has found that the host fails, or works again. */
  follow(state: 'open' | 'closed'): void
}

/** The circuit starts closed. `changed` is called on every change of state. */
export function createCircuit(
  { failures, share, windowMs, openMs }: CircuitLimits,
  changed: (state: CircuitState) => void,
): Circuit {
  const window = createCircuitWindow(windowMs, Math.ceil(failures * shareOfOneTarget))
  let state: CircuitState = 'closed'
  let openUntil = 0
  /** The attempt that decides. After `openMs` another one may replace it, in case it never ends. */
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
    follow(next) {
      // While this process tries the host itself, its own call decides.
      if (next === 'open' ? state === 'closed' : state !== 'closed') become(next)
    },
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
          // A trial that ends after the circuit has closed belongs to the past outage, so it is not counted.
          if (!isTrial) count(target, verdict)
          return
        }
        const decides = trial === own
        if (decides) trial = undefined
        // Any success shows that the host works. Only the trial's failure shows that it still fails.
        if (verdict === 'works') become('closed')
        if (verdict === 'fails' && decides) become('open')
      }
    },
  }
}
