import type { AccessRequest, SignedInUser } from '@gatehouse/contract'
import { useState } from 'react'
import { TextArea } from '../ui/Field.tsx'
import { rejectBlocked, revokeBlocked } from './blocked.ts'
import { rejectAction, rejectConsequences, revokeAction, revokeConsequences } from './consequences.ts'
import { DecisionDialog, type DecisionDialogProps } from './DecisionDialog.tsx'
import { rejectAccessRequest, revokeAccessRequest } from './queries.ts'
import { commentMaxLength } from './severities-needing-comment.ts'
import { useDecision } from './use-decision.ts'
import { resourceName } from './words.ts'

export interface DecisionProps {
  /** As it is now. */
  request: AccessRequest
  user: SignedInUser
  onClose: () => void
  /** The decision is being sent under this attempt id. */
  onSent: (attemptId: string) => void
  /** OCI accepted it. */
  onAccepted: () => void
}

/** Asks for the reason, and rejects. */
export function RejectDialog({ request, user, onClose, ...listeners }: DecisionProps) {
  const deciding = useDecision({ decision: 'reject', present: request, request: rejectAccessRequest, ...listeners })
  const { decidedOn, send } = deciding
  return (
    <ReasonDialog
      {...{ deciding, onClose, send }}
      title={
        decidedOn.phase === 'extension-waiting' ? 'Reject extension?' : `Reject access to ${resourceName(decidedOn)}?`
      }
      action={rejectAction(decidedOn)}
      consequences={rejectConsequences(decidedOn)}
      blocked={rejectBlocked(request, user)}
    />
  )
}

/** Asks for the reason, and revokes. */
export function RevokeDialog({ request, user, onClose, ...listeners }: DecisionProps) {
  const deciding = useDecision({ decision: 'revoke', present: request, request: revokeAccessRequest, ...listeners })
  const { decidedOn, send } = deciding
  return (
    <ReasonDialog
      {...{ deciding, onClose, send }}
      title={`Revoke access to ${resourceName(decidedOn)}?`}
      action={revokeAction(decidedOn)}
      consequences={revokeConsequences(decidedOn)}
      blocked={revokeBlocked(request, user)}
    />
  )
}

interface ReasonDialogProps {
  title: string
  action: string
  consequences: readonly string[]
  blocked: string | undefined
  deciding: DecisionDialogProps['deciding']
  send: (body: { comment: string }) => void
  onClose: () => void
}

function ReasonDialog({ send, ...props }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const isBlank = reason !== '' && reason.trim() === ''
  return (
    <DecisionDialog
      {...props}
      tone="danger"
      blocked={props.blocked ?? (isBlank ? 'Enter a reason.' : undefined)}
      onConfirm={() => send({ comment: reason.trim() })}
    >
      <TextArea
        label="Reason"
        hint="Visible to OCI and the operator, and kept in the history."
        required
        maxLength={commentMaxLength}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </DecisionDialog>
  )
}
