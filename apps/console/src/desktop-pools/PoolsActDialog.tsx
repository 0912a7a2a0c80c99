import type { DesktopPoolSummary } from '@gatehouse/contract'
import { useActOnEach } from '../api/use-act-on-each.ts'
import { useUser } from '../api/session.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { plural } from '../ui/in-words.ts'
import { ActResults } from './ActResults.tsx'
import { LeftOut } from './LeftOut.tsx'
import { apart, type PoolAct } from './pool-acts.ts'
import { startDesktopPool, stopDesktopPool } from './queries.ts'
import { StartQuestion } from './StartQuestion.tsx'
import { StopQuestion } from './StopQuestion.tsx'
import { useStopPreviews } from './use-stop-previews.ts'

interface PoolsActDialogProps {
  /** What is asked; null while nothing is. */
  act: PoolAct | null
  /** What it is asked of, as it stands now. */
  pools: readonly DesktopPoolSummary[]
  /** All that are known, as they stand now: what was acted on may have left the question meanwhile. */
  known: readonly DesktopPoolSummary[]
  onClose: () => void
}

const none: never[] = []
const verbs = {
  start: { ask: 'Start', doing: 'Starting', done: 'started' },
  stop: { ask: 'Stop', doing: 'Stopping', done: 'stopped' },
} as const

/** Asks before pools are started or stopped, then shows what became of each. */
export function PoolsActDialog({ act, pools, known, onClose }: PoolsActDialogProps) {
  const user = useUser()
  const acts = useActOnEach((pool: DesktopPoolSummary, attemptId) =>
    act === 'start' ? startDesktopPool({ place: pool, attemptId }) : stopDesktopPool({ place: pool, attemptId }),
  )
  const asking = act !== null && acts.items.length === 0
  const { possible, leftOut } = apart(pools, act ?? 'stop', user)
  const previews = useStopPreviews(asking && act === 'stop' ? possible : none)

  const { ask, doing, done } = verbs[act ?? 'stop']
  const close = () => {
    acts.clear()
    onClose()
  }
  if (!asking) {
    const [first] = acts.items
    return (
      <ConfirmDialog
        open={act !== null}
        onClose={close}
        title={`${doing} ${acts.items.length === 1 && first ? first.name : plural(acts.items.length, 'pool')}`}
        action={acts.failed.length > 0 ? retryWords(acts.failed.length, acts.items.length) : null}
        dismiss="Close"
        pending={acts.pending}
        onConfirm={acts.retryFailed}
      >
        <ActResults acts={acts} known={known} />
      </ConfirmDialog>
    )
  }
  const [only] = possible
  const what = possible.length === 1 && only ? only.name : plural(possible.length, 'pool')
  return (
    <ConfirmDialog
      open
      onClose={close}
      title={possible.length === 0 ? `No pool can be ${done}` : `${ask} ${what}?`}
      action={possible.length === 0 ? null : `${ask} ${plural(possible.length, 'pool')}`}
      dismiss={possible.length === 0 ? 'Close' : 'Cancel'}
      tone={act === 'stop' ? 'danger' : 'primary'}
      blocked={previews.some(({ reading }) => reading) ? 'Who is connected is being read; a moment.' : undefined}
      onConfirm={() => acts.start(possible)}
    >
      {possible.length > 0 &&
        (act === 'stop' ? <StopQuestion previews={previews} /> : <StartQuestion pools={possible} />)}
      <LeftOut leftOut={leftOut} act={done} />
    </ConfirmDialog>
  )
}

const retryWords = (failed: number, all: number) => (all === 1 ? 'Try again' : `Retry the ${failed} failed`)
