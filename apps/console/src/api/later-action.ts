import type { Action, ActStatus } from '@gatehouse/contract'

/** An act only moves up: `unknown` may become `accepted`, and `done` and `failed` are final. */
const ranks: Record<ActStatus, number> = { sent: 0, unknown: 1, accepted: 2, done: 3, failed: 3 }

/** The later of two readings of one act. An answer and an event may arrive in the wrong order. */
export const laterAction = (existing: Action | null | undefined, arrived: Action): Action =>
  existing && ranks[existing.status] > ranks[arrived.status] ? existing : arrived
