import type { DesktopPoolSummary } from '@gatehouse/contract'
import { ActDialog } from '../acts/ActDialog.tsx'
import { apart } from '../acts/apart.ts'
import { useActs } from '../acts/use-acts.ts'
import { poolActs, usePoolActBlocked, type PoolAct } from './pool-acts.ts'
import { PoolStateBadge } from './PoolStateBadge.tsx'
import { startDesktopPool, stopDesktopPool } from './queries.ts'
import { StartQuestion } from './StartQuestion.tsx'
import { StopQuestion } from './StopQuestion.tsx'
import { useStopPreviews } from './use-stop-previews.ts'

interface PoolsActDialogProps {
  /** The act to confirm. Null while the dialog is closed. */
  act: PoolAct | null
  /** The present state of the pools to act on. */
  pools: readonly DesktopPoolSummary[]
  onClose: () => void
}

const none: never[] = []
const poolName = ({ name }: DesktopPoolSummary) => name

/** Confirms the start or stop of pools, then shows the result of each. */
export function PoolsActDialog({ act, pools, onClose }: PoolsActDialogProps) {
  const blocked = usePoolActBlocked()
  const words = poolActs[act ?? 'stop']
  const send = act === 'start' ? startDesktopPool : stopDesktopPool
  const acts = useActs({
    act: words.act,
    service: 'desktops',
    nameOf: poolName,
    send: (pool: DesktopPoolSummary, attemptId) => send({ place: pool, attemptId }),
  })
  const { possible, leftOut } = apart(pools, (pool) => blocked(pool, act ?? 'stop'))
  const isAsking = act !== null && acts.results.length === 0
  const previews = useStopPreviews(isAsking && act === 'stop' ? possible : none)
  const isReading = previews.some(({ reading }) => reading)
  const stateOf = (pool: DesktopPoolSummary) => <PoolStateBadge pool={pools.find(({ id }) => id === pool.id) ?? pool} />
  return (
    <ActDialog
      open={act !== null}
      acts={acts}
      verb={words.verb}
      past={words.past}
      noun="pool"
      possible={possible}
      leftOut={leftOut}
      tone={act === 'stop' ? 'danger' : 'primary'}
      blocked={isReading ? 'Checking who is connected.' : undefined}
      stateOf={stateOf}
      onClose={onClose}
    >
      {act === 'stop' ? <StopQuestion previews={previews} /> : <StartQuestion pools={possible} />}
    </ActDialog>
  )
}
