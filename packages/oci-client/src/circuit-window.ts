/** Attempts and failures of the last while, forgotten slot by slot as time goes on; no timer. */
export interface CircuitWindow {
  count(failed: boolean): void
  sums(): { attempts: number; failures: number }
  clear(): void
}

const slotCount = 12

/** A window of that length up to now, in milliseconds. */
export function createCircuitWindow(windowMs: number): CircuitWindow {
  const slots = Array.from({ length: slotCount }, () => ({ period: -Infinity, attempts: 0, failures: 0 }))
  const periodNow = () => Math.floor(performance.now() / (windowMs / slotCount))

  return {
    count(failed) {
      const period = periodNow()
      const slot = slots[period % slotCount]! // the remainder is a place in it
      if (slot.period !== period) Object.assign(slot, { period, attempts: 0, failures: 0 })
      slot.attempts += 1
      if (failed) slot.failures += 1
    },
    sums() {
      const oldest = periodNow() - slotCount
      let [attempts, failures] = [0, 0]
      for (const slot of slots) {
        if (slot.period <= oldest) continue
        attempts += slot.attempts
        failures += slot.failures
      }
      return { attempts, failures }
    },
    clear() {
      for (const slot of slots) slot.period = -Infinity
    },
  }
}
