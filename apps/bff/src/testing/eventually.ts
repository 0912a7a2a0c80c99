import { vi } from 'vitest'

/** Tries again until the expectation holds, on however busy a machine. */
export const eventually = <T>(expectation: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(expectation, { timeout: 12_000, interval: 30 })
