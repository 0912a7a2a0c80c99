import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Change } from './changes.ts'

export interface DecisionDialogProps {
  title: string
  /** The effect, on the button. */
  action: string
  tone: 'primary' | 'danger'
  /** What happens to whom, in whole sentences. */
  consequences: readonly string[]
  /** Why it cannot be decided any more. */
  blocked: string | undefined
  deciding: {
    pending: boolean
    lost: boolean
    isStale: boolean
    changes: readonly Change[]
    error: unknown
    lookAgain: () => void
  }
  onConfirm: () => void
  onClose: () => void
  /** The fields. */
  children: ReactNode
}

/** Asks before a decision is sent; says when what it rests on has changed, and when an answer was lost. */
export function DecisionDialog({
  title,
  action,
  tone,
  consequences,
  blocked,
  deciding,
  onConfirm,
  onClose,
  children,
}: DecisionDialogProps) {
  const { pending, lost, isStale, changes, error, lookAgain } = deciding
  return (
    <ConfirmDialog
      open
      title={title}
      action={lost ? 'Send the same again' : action}
      tone={tone}
      pending={pending}
      error={error}
      blocked={lost ? undefined : (blocked ?? (isStale ? 'Look at what changed first.' : undefined))}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {isStale && !pending && <Changed changes={changes} blocked={blocked} onLookAgain={lookAgain} />}
      {lost && (
        <Notice tone="warn" title="The answer was lost">
          Whether OCI has done it is not known yet. Sending the same again is safe: it is carried out once. The activity
          list says what became of it.
        </Notice>
      )}
      <ul className="list-disc space-y-1 ps-5">
        {consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {/* what is sent again must be the same */}
      <fieldset disabled={lost || pending} className="min-w-0 space-y-4">
        {children}
      </fieldset>
    </ConfirmDialog>
  )
}

interface ChangedProps {
  changes: readonly Change[]
  blocked: string | undefined
  onLookAgain: () => void
}

/** What is not as it was when the question was asked, before and after. */
function Changed({ changes, blocked, onLookAgain }: ChangedProps) {
  return (
    <div role="alert">
      <Notice
        tone="warn"
        title="It changed while you were deciding, so nothing was sent"
        action={
          blocked === undefined && (
            <Button size="small" onClick={onLookAgain}>
              Decide on it as it is now
            </Button>
          )
        }
      >
        <dl className="mt-1 space-y-1">
          {changes.map(({ what, before, after }) => (
            <div key={what}>
              <dt className="inline font-medium">{what}: </dt>
              <dd className="inline">
                {before !== null && <del className="opacity-80">{before}</del>}
                {before !== null && ' → '}
                <ins className="font-medium no-underline">{after ?? 'none'}</ins>
              </dd>
            </div>
          ))}
        </dl>
        {blocked !== undefined && <p className="mt-1 font-medium">{blocked}</p>}
      </Notice>
    </div>
  )
}
