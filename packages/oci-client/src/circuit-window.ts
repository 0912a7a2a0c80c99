/** Attempts and failures of the last while, which expire slot by slot as time goes on; no timer. */
export interface CircuitWindow {
  countSuccess(): void
  /** Counts neither attempt nor failure once the target has as many failures as one target may. */
  countFailure(target: string): void
  sums(): { attempts: number; failures: number }
  clear(): void
}

const slotCount = 12

interface Slot {
  period: number
  successes: number
  readonly failures: Map<string, number>
}

/** A window of that length up to now, in milliseconds. */
export function createCircuitWindow(windowMs: number, maxFailuresPerTarget: number): CircuitWindow {
  const slots = Array.from({ length: slotCount }, (): Slot => ({
    period: -Infinity,
    successes: 0,
    failures: new Map(),
  }))
  const periodNow = () => Math.floor(performance.now() / (windowMs / slotCount))

  function currentSlot(): Slot {
    const period = periodNow()
    const slot = slots[period % slotCount]! // the remainder is a place in it
    if (slot.period !== period) {
      slot.period = period
      slot.successes = 0
      slot.failures.clear()
    }
    return slot
  }

  function liveSlots(): Slot[] {
    const oldest = periodNow() - slotCount
    return slots.filter(({ period }) => period > oldest)
  }

  return {
    countSuccess() {
      currentSlot().successes += 1
    },
    countFailure(target) {
      const { failures } = currentSlot()
      const counted = liveSlots().reduce((sum, slot) => sum + (slot.failures.get(target) ?? 0), 0)
      if (counted < maxFailuresPerTarget) failures.set(target, (failures.get(target) ?? 0) + 1)
    },
    sums() {
      let [attempts, failures] = [0, 0]
      for (const slot of liveSlots()) {
        for (const count of slot.failures.values()) failures += count
        attempts += slot.successes
      }
      return { attempts: attempts + failures, failures }
    },
    clear() {
      for (const slot of slots) slot.period = -Infinity
    },
  }
}
