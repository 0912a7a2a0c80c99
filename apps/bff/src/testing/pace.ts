import type { Tuning } from '../open-services.ts'

/** Intervals at which tests see a change at OCI within a moment. */
export const quickPace = {
  pace: { fastMs: 30, slowMs: 100, lingerMs: 60 },
  inventoryPace: {
    movingMs: 40,
    movingMostMs: 150,
    attendedMs: 100,
    calmLeastMs: 150,
    calmMs: 150,
    emptyMs: 300,
    failingMs: 300,
    lingerMs: 400,
    patienceMs: 5_000,
  },
} satisfies Tuning
