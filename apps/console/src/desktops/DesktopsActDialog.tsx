import type { Desktop } from '@gatehouse/contract'
import { useState } from 'react'
import { ActDialog } from '../acts/ActDialog.tsx'
import { apart } from '../acts/apart.ts'
import { useActs } from '../acts/use-acts.ts'
import { CheckboxField, TextField } from '../ui/Field.tsx'
import { ActQuestion } from './ActQuestion.tsx'
import { sentenceToTick } from './confirmation.ts'
import { desktopActs, useDesktopBlocked, type DesktopAct } from './desktop-acts.ts'
import { desktopNameMaxLength, nameBlocked } from './desktop-name.ts'
import { desktopName } from './desktop-state.ts'
import { DesktopsAsked } from './DesktopsAsked.tsx'
import { DesktopStateBadge } from './DesktopStateBadge.tsx'
import { deleteDesktop, startDesktop, stopDesktop, updateDesktop } from './queries.ts'

interface DesktopsActDialogProps {
  /** The act to confirm. Null while the dialog is closed. */
  act: DesktopAct | null
  /** The present state of the desktops to act on. */
  desktops: readonly Desktop[]
  onClose: () => void
}

/** Confirms an act on desktops, then shows the result of each. */
export function DesktopsActDialog({ act, desktops, onClose }: DesktopsActDialogProps) {
  const blocked = useDesktopBlocked()
  const [ticked, setTicked] = useState(false)
  const [typedName, setTypedName] = useState<string | null>(null)
  const currentAct = act ?? 'start'
  const { possible, leftOut } = apart(desktops, (desktop) => blocked(desktop, currentAct))
  const present = possible[0]?.name ?? null
  const name = typedName ?? present ?? ''
  const sentence = sentenceToTick(currentAct, possible)

  const sends: Record<DesktopAct, (desktop: Desktop, attemptId: string) => ReturnType<typeof startDesktop>> = {
    start: (place, attemptId) => startDesktop({ place, attemptId }),
    'shut-down': (place, attemptId) => stopDesktop({ place, attemptId, soft: true }),
    'power-off': (place, attemptId) => stopDesktop({ place, attemptId, soft: false }),
    rename: (place, attemptId) => updateDesktop({ place, attemptId, name: name.trim() }),
    delete: (place, attemptId) => deleteDesktop({ place, attemptId, userName: place.userName }),
  }
  const { act: actName, ...words } = desktopActs[currentAct]
  const acts = useActs({ act: actName, service: 'desktops', nameOf: desktopName, send: sends[currentAct] })
  const close = () => {
    setTicked(false)
    setTypedName(null)
    onClose()
  }
  const unticked = sentence !== undefined && !ticked ? 'Select the checkbox above first.' : undefined
  const stateOf = (desktop: Desktop) => (
    <DesktopStateBadge desktop={desktops.find(({ id }) => id === desktop.id) ?? desktop} />
  )
  return (
    <ActDialog
      open={act !== null}
      acts={acts}
      {...words}
      noun="desktop"
      possible={possible}
      leftOut={leftOut}
      blocked={currentAct === 'rename' ? nameBlocked(name, present) : unticked}
      stateOf={stateOf}
      onClose={close}
    >
      <ActQuestion act={currentAct} desktops={possible} />
      {currentAct === 'rename' ? (
        <TextField
          label="Name"
          required
          maxLength={desktopNameMaxLength}
          autoComplete="off"
          spellCheck={false}
          value={name}
          onChange={({ target }) => setTypedName(target.value)}
        />
      ) : (
        <DesktopsAsked desktops={possible} />
      )}
      {sentence !== undefined && (
        <CheckboxField checked={ticked} onChange={({ target }) => setTicked(target.checked)} label={sentence} />
      )}
    </ActDialog>
  )
}
