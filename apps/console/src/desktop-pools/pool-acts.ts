import type { ActName, DesktopPoolSummary } from '@gatehouse/contract'
import { useUser } from '../api/session.ts'
import { useOpenAct } from '../acts/use-current-acts.ts'
import { startBlocked, stopBlocked } from '../states/pool-state.ts'

export type PoolAct = 'start' | 'stop'

interface PoolActWords {
  act: ActName
  verb: string
  past: string
  /** Why the act is possible on none of several pools. */
  none: string
}

export const poolActs: Record<PoolAct, PoolActWords> = {
  start: {
    act: 'startDesktopPool',
    verb: 'start',
    past: 'started',
    none: 'Only inactive pools can be started.',
  },
  stop: {
    act: 'stopDesktopPool',
    verb: 'stop',
    past: 'stopped',
    none: 'Only active pools can be stopped.',
  },
}

/** Gives why a person cannot act on a pool now, as a whole sentence; undefined when they can. */
export function usePoolActBlocked() {
  const user = useUser()
  const openAct = useOpenAct()
  return (pool: Pick<DesktopPoolSummary, 'id' | 'state'>, act: PoolAct): string | undefined =>
    (act === 'start' ? startBlocked : stopBlocked)(pool, user) ?? openAct(poolActs[act].act, pool.id)
}
