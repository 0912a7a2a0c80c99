import type { DesktopPoolSummary } from '@gatehouse/contract'
import { poolState } from '../states/pool-state.ts'
import type { Tone } from '../ui/tones.ts'

const knownStates = ['CREATING', 'ACTIVE', 'INACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED']

export interface PoolTrouble {
  /** In a few words. */
  words: string
  tone: Extract<Tone, 'bad' | 'warn'>
}

type Pool = Pick<DesktopPoolSummary, 'state' | 'usage' | 'maximumSize'>

/** What is wrong with the pool. Undefined when it is healthy. */
export function poolTrouble({ state, usage, maximumSize }: Pool): PoolTrouble | undefined {
  if (state === 'FAILED') return { words: poolState(state).meaning, tone: 'bad' }
  if (!knownStates.includes(state)) return { words: `Unknown state ${state}.`, tone: 'warn' }
  if (state !== 'ACTIVE') return undefined
  if (!usage) return { words: 'Desktops could not be read.', tone: 'warn' }
  const taken = usage.connected + usage.disconnected
  if (maximumSize > 0 && taken >= maximumSize) return { words: 'Full. No desktops left for other users.', tone: 'warn' }
  return undefined
}

/** Sorts unhealthy pools first, then changing, active, stopped and deleted ones. */
export function comparePools(a: DesktopPoolSummary, b: DesktopPoolSummary): number {
  return rank(a) - rank(b) || a.name.localeCompare(b.name, 'en', { numeric: true })
}

const order = ['UPDATING', 'CREATING', 'DELETING', 'ACTIVE', 'INACTIVE', 'DELETED']

function rank(pool: DesktopPoolSummary): number {
  const trouble = poolTrouble(pool)
  if (trouble) return trouble.tone === 'bad' ? -2 : -1
  return order.indexOf(pool.state)
}
