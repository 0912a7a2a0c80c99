import type { OperationId } from '@gatehouse/oci-api'

/** How often each operation was called, whatever came of it, since the counts were begun. */
export type CallCounts = Partial<Record<OperationId, number>>

export interface TakenCalls {
  /** How long the counts were kept. */
  elapsedMs: number
  counts: CallCounts
}

export interface Calls {
  count(operation: OperationId): void
  counts(): CallCounts
  /** Gives the counts and begins anew, in one piece: no call is counted twice or missed. */
  take(): TakenCalls
}

export function createCalls(): Calls {
  let counts: CallCounts = {}
  let sinceMs = performance.now()
  return {
    count: (operation) => (counts[operation] = (counts[operation] ?? 0) + 1),
    counts: () => ({ ...counts }),
    take() {
      const nowMs = performance.now()
      const taken = { elapsedMs: nowMs - sinceMs, counts }
      counts = {}
      sinceMs = nowMs
      return taken
    },
  }
}
