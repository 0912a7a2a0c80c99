/**
 * Caches what `read` resolves to for `keepMs` milliseconds. Concurrent callers share one read; a rejected read is not
 * cached. For what changes rarely but every poll needs: a control, a catalogue, the configuration of a pool.
 */
export function createCache<T>(keepMs: number, now: () => number = Date.now) {
  const entries = new Map<string, { promise: Promise<T>; untilMs: number }>()

  return {
    getOrRead(key: string, read: () => Promise<T>): Promise<T> {
      const existing = entries.get(key)
      if (existing && existing.untilMs > now()) return existing.promise
      const entry = { promise: read(), untilMs: now() + keepMs }
      entries.set(key, entry)
      entry.promise.catch(() => {
        if (entries.get(key) === entry) entries.delete(key)
      })
      return entry.promise
    },

    invalidate(key: string) {
      entries.delete(key)
    },
  }
}

export type Cache<T> = ReturnType<typeof createCache<T>>
