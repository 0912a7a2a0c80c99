import type { Tuning } from '../open-services.ts'

/** Intervals at which tests see a change at OCI within a moment. */
export const quickPace = {
  pace: { fastMs: 30, slowMs: 100, lingerMs: 60 },
  inventoryPace: {
    movingMs: 40,
    attendedMs: 100,
    calmLeastMs: 250,
    calmMs: 250,
    emptyMs: 500,
    failingMs: 1_500,
    lingerMs: 300,
    patienceMs: 10_000,
  },
} satisfies Tuning
