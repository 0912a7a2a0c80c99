import type { ReactNode } from 'react'
import { failureOf } from '../acts/failure.ts'
import { mayTryAgain } from '../acts/may-try-again.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useNow } from '../ui/now.ts'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { UnknownDecision } from './UnknownDecision.tsx'
import type { Deciding } from './use-decision.ts'

export interface DecisionDialogProps {
  title: string
  /** The label of the button: the effect. */
  action: string
  tone: 'primary' | 'danger'
  /** Who is affected and how, in whole sentences. */
  consequences: readonly string[]
  /** Why it can no longer be decided. */
  blocked: string | undefined
  deciding: Deciding
  onConfirm: () => void
  onClose: () => void
  /** The fields. */
  children: ReactNode
}

/** Confirms a decision before it is sent. Warns when the access request has changed or the outcome is unknown. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { title, action, tone, consequences, blocked, deciding, onConfirm, onClose, children } = props
  const { attempt, pending, isStale, changes, wasSent, hasFailed, isUnknown, decideOnPresent, tryAgain } = deciding
  const now = useNow()
  const again = attempt !== null && mayTryAgain(attempt) ? 'Try again' : null
  return (
    <ConfirmDialog
      open
      title={title}
      action={isUnknown ? again : action}
      dismiss={wasSent ? 'Close' : 'Cancel'}
      tone={tone}
      pending={pending}
      error={hasFailed && attempt ? failureOf(attempt, now) : null}
      blocked={isUnknown ? undefined : (blocked ?? (isStale ? 'Review the changes first.' : undefined))}
      onConfirm={isUnknown ? tryAgain : onConfirm}
      onClose={onClose}
    >
      {isStale && !pending && (
        <ChangedMeanwhile changes={changes} nothingSent={!wasSent} blocked={blocked} onDecide={decideOnPresent} />
      )}
      {isUnknown && attempt && <UnknownDecision attempt={attempt} />}
      <ul className="list-disc space-y-1 ps-5">
        {consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {/* a retry must send the same decision */}
      <fieldset disabled={isUnknown || pending} className="min-w-0 space-y-4">
        {children}
      </fieldset>
    </ConfirmDialog>
  )
}
