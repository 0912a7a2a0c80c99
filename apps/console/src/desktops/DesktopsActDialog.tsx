import type { Desktop } from '@gatehouse/contract'
import { useState } from 'react'
import { useUser } from '../api/session.ts'
import { useActOnEach } from '../api/use-act-on-each.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { plural } from '../ui/in-words.ts'
import { ActQuestion } from './ActQuestion.tsx'
import { ActResults } from './ActResults.tsx'
import { actWords, apart, type DesktopAct, type PoolStates } from './desktop-acts.ts'
import { desktopName } from './desktop-state.ts'
import { startDesktop, stopDesktop } from './queries.ts'

interface DesktopsActDialogProps {
  /** What is asked; null while nothing is. */
  act: DesktopAct | null
  /** What it is asked of, as it stands now. */
  desktops: readonly Desktop[]
  /** All that are known, as they stand now. */
  known: readonly Desktop[]
  pools: PoolStates
  onClose: () => void
}

/** Asks before desktops are started, shut down or powered off, then shows what became of each. */
export function DesktopsActDialog({ act, desktops, known, pools, onClose }: DesktopsActDialogProps) {
  const user = useUser()
  const [ticked, setTicked] = useState(false)
  const acts = useActOnEach((desktop: Desktop, attemptId) =>
    act === 'start'
      ? startDesktop({ place: desktop, attemptId })
      : stopDesktop({ place: desktop, attemptId, soft: act !== 'power-off' }),
  )
  const { verb, doing, done } = actWords[act ?? 'shut-down']
  const close = () => {
    acts.clear()
    setTicked(false)
    onClose()
  }

  if (act === null || acts.items.length > 0) {
    const [first] = acts.items
    return (
      <ConfirmDialog
        open={act !== null}
        onClose={close}
        title={`${doing} ${acts.items.length === 1 && first ? desktopName(first) : plural(acts.items.length, 'desktop')}`}
        action={acts.failed.length > 0 ? retryWords(acts.failed.length, acts.items.length) : null}
        dismiss="Close"
        pending={acts.pending}
        onConfirm={acts.retryFailed}
      >
        <ActResults acts={acts} known={known} />
      </ConfirmDialog>
    )
  }
  const { possible, leftOut } = apart(desktops, act, pools, user)
  const [only] = possible
  const what = possible.length === 1 && only ? desktopName(only) : plural(possible.length, 'desktop')
  const isNone = possible.length === 0
  return (
    <ConfirmDialog
      open
      onClose={close}
      title={isNone ? `No desktop can be ${done}` : `${verb} ${what}?`}
      action={isNone ? null : `${verb} ${plural(possible.length, 'desktop')}`}
      dismiss={isNone ? 'Close' : 'Cancel'}
      tone={act === 'start' ? 'primary' : 'danger'}
      blocked={act === 'power-off' && !ticked ? 'Tick the sentence above first.' : undefined}
      onConfirm={() => acts.start(possible)}
    >
      {!isNone && <ActQuestion act={act} desktops={possible} ticked={ticked} onTick={setTicked} />}
      {leftOut.length > 0 && (
        <section aria-label="Left out" className="space-y-1">
          <h3 className="font-medium">
            {plural(leftOut.length, 'desktop')} cannot be {done} and {leftOut.length === 1 ? 'is' : 'are'} left out
          </h3>
          <ul className="space-y-1 text-sm">
            {leftOut.map(({ desktop, reason }) => (
              <li key={desktop.id}>
                <span className="font-medium wrap-anywhere">{desktopName(desktop)}</span>{' '}
                <span className="text-text-soft">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ConfirmDialog>
  )
}

const retryWords = (failed: number, all: number) => (all === 1 ? 'Try again' : `Retry the ${failed} failed`)
