import { queued } from './queued.ts'
import type { Lease, Replicas } from './replicas.ts'

/** The only process of its store: it holds every lease at once. */
export const oneReplica = (): Replicas => ({
  areSeveral: false,
  leases: {
    compete(_name, competitor) {
      competitor.won()
      return { note: () => undefined, leave: () => undefined }
    },
    acquire: queued(() => Promise.resolve(heldForEver)),
    guard: () => Promise.resolve(),
  },
  channel: { send: () => undefined, on: () => () => undefined },
  budgetOf: () => undefined,
  close: () => Promise.resolve(),
})

const heldForEver: Lease = { isHeld: () => true, release: () => undefined }
