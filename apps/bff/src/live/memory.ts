/**
 * Keeps what was read for a while, and reads it once for all who ask meanwhile. What could not be read is not kept. For
 * what changes rarely and is asked for at every look: a control, a catalogue, the configuration of a pool.
 */
export function createMemory<T>(keepMs: number, now: () => number = Date.now) {
  const known = new Map<string, { reading: Promise<T>; untilMs: number }>()

  return {
    recall(key: string, read: () => Promise<T>): Promise<T> {
      const kept = known.get(key)
      if (kept && kept.untilMs > now()) return kept.reading
      const entry = { reading: read(), untilMs: now() + keepMs }
      known.set(key, entry)
      entry.reading.catch(() => {
        if (known.get(key) === entry) known.delete(key)
      })
      return entry.reading
    },

    forget(key: string) {
      known.delete(key)
    },
  }
}

export type Memory<T> = ReturnType<typeof createMemory<T>>
