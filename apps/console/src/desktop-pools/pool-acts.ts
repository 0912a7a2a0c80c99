import type { DesktopPoolSummary, SignedInUser } from '@gatehouse/contract'
import { startBlocked, stopBlocked } from '../states/pool-state.ts'

export type PoolAct = 'start' | 'stop'

type Stateful = Pick<DesktopPoolSummary, 'state'>

/** Pools apart by whether an act can be done to them now, and why it cannot to the others. */
export function apart<Pool extends Stateful>(pools: readonly Pool[], act: PoolAct, user: SignedInUser) {
  const blockedBy = act === 'start' ? startBlocked : stopBlocked
  const possible: Pool[] = []
  const leftOut: { pool: Pool; reason: string }[] = []
  for (const pool of pools) {
    const reason = blockedBy(pool, user)
    if (reason === undefined) possible.push(pool)
    else leftOut.push({ pool, reason })
  }
  return { possible, leftOut }
}

/** Why the act can be done to none of them, or undefined when it can to some. */
export function allBlocked(pools: readonly Stateful[], act: PoolAct, user: SignedInUser): string | undefined {
  const { possible, leftOut } = apart(pools, act, user)
  if (possible.length > 0) return undefined
  const [first] = leftOut
  const alike = leftOut.every(({ reason }) => reason === first?.reason)
  if (first && alike) return first.reason
  return `None of them can be ${act === 'start' ? 'started: only inactive pools can' : 'stopped: only active pools can'}.`
}
