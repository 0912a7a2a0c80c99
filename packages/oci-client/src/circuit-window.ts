/** Counts attempts and failures in a sliding window of slots. Slots expire when they are read, without a timer. */
export interface CircuitWindow {
  countSuccess(): void
  /** Ignored when the target already has the most failures that one target may have. */
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

/** A window of this length, in milliseconds, that ends now. */
export function createCircuitWindow(windowMs: number, maxFailuresPerTarget: number): CircuitWindow {
  const slots = Array.from({ length: slotCount }, (): Slot => ({
    period: -Infinity,
    successes: 0,
    failures: new Map(),
  }))
  const periodNow = () => Math.floor(performance.now() / (windowMs / slotCount))

  function currentSlot(): Slot {
    const period = periodNow()
    const slot = slots[period % slotCount]! // the remainder is a valid index
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
