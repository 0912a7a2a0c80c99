import type { DesktopPoolSummary, PoolTrouble } from '@gatehouse/contract'

/** The states in their usual order: of lists that sort by state, and of those that sort by need of attention. */
const states = ['CREATING', 'ACTIVE', 'INACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED']
const byAttention = ['UPDATING', 'CREATING', 'DELETING', 'ACTIVE', 'INACTIVE', 'DELETED']

const changing = new Set(['CREATING', 'UPDATING', 'DELETING'])

type Pool = Pick<DesktopPoolSummary, 'state' | 'usage' | 'maximumSize'>

/** Whether OCI is working on the pool. */
export const isPoolMoving = ({ state }: Pick<DesktopPoolSummary, 'state'>) => changing.has(state)

/** Why the pool needs attention; null for a healthy one. */
export function poolTrouble({ state, usage, maximumSize }: Pool): PoolTrouble | null {
  if (state === 'FAILED') return 'failed'
  if (!states.includes(state)) return 'unknown-state'
  if (state !== 'ACTIVE') return null
  if (!usage) return 'unread'
  return maximumSize > 0 && usage.connected + usage.disconnected >= maximumSize ? 'full' : null
}

export type PoolHealth = 'unhealthy' | 'changing' | 'healthy'

export function poolHealth(pool: Pool): PoolHealth {
  if (poolTrouble(pool)) return 'unhealthy'
  return isPoolMoving(pool) ? 'changing' : 'healthy'
}

export const stateRank = (state: string): number => rankIn(states, state)

/** Failed pools first, then other unhealthy ones, then changing, active, stopped and deleted ones. */
export function attentionRank(pool: Pool): number {
  const trouble = poolTrouble(pool)
  if (trouble) return trouble === 'failed' ? -2 : -1
  return rankIn(byAttention, pool.state)
}

const rankIn = (order: readonly string[], state: string) =>
  order.includes(state) ? order.indexOf(state) : order.length

/** How many more desktops the pool can make. Null while its desktops have not been read. */
export const freeSeats = ({ usage, maximumSize }: Pick<DesktopPoolSummary, 'usage' | 'maximumSize'>): number | null =>
  usage && Math.max(0, maximumSize - usage.desktops)
