import type { AccessRequest } from '@gatehouse/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { PendingActs } from '../acts/PendingActs.tsx'
import { useUser } from '../api/session.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ApprovalSlots } from './ApprovalSlots.tsx'
import { ApproveDialog } from './ApproveDialog.tsx'
import { DecisionButtons } from './DecisionButtons.tsx'
import { DecisionGlance } from './DecisionGlance.tsx'
import { DecisionFacts } from './DecisionFacts.tsx'
import { DecisionProgress, type SentDecision } from './DecisionProgress.tsx'
import type { Decision } from './queries.ts'
import { RejectDialog, RevokeDialog } from './ReasonDialog.tsx'
import { RequestedActions } from './RequestedActions.tsx'
import { remarksOn } from './standing.ts'

/**
 * The decision and all that it rests on: access, resource, duration, requester, reason, approvals, and whether this
 * person may decide.
 */
export function DecisionPanel({ request }: { request: AccessRequest }) {
  const user = useUser()
  const [deciding, setDeciding] = useState<Decision | null>(null)
  const [sent, setSent] = useState<SentDecision | null>(null)
  const opener = useRef<Element | null>(null)

  // returns focus to the button that opened the dialog
  useEffect(() => {
    if (deciding === null && opener.current instanceof HTMLElement) opener.current.focus()
  }, [deciding])

  const ask = (decision: Decision) => {
    opener.current = document.activeElement
    setDeciding(decision)
  }
  const close = useCallback(() => setDeciding(null), [])
  const dialog = (decision: Decision) => ({
    request,
    user,
    onClose: close,
    onSent: (attemptId: string) => setSent({ decision, attemptId }),
    onAccepted: close,
  })

  return (
    <section aria-label="Decision" className="panel min-w-0">
      <DecisionButtons request={request} user={user} onDecide={ask} />
      {sent && (
        <div className="border-b p-4">
          <DecisionProgress sent={sent} request={request} />
        </div>
      )}
      <PendingActs subjectId={request.id} except={sent?.attemptId} className="border-b p-4" />
      <DecisionGlance request={request} />
      <div className="space-y-4 border-t p-4">
        {remarksOn(request).map(({ tone, title, text, toCopy }) => (
          <Notice
            key={text}
            tone={tone}
            title={title}
            action={
              toCopy && (
                <CopyButton text={toCopy} label="Copy support details">
                  Copy support details
                </CopyButton>
              )
            }
          >
            {text}
          </Notice>
        ))}
        <div className="grid gap-x-6 gap-y-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <div className="space-y-4">
            <RequestedActions request={request} />
            <ApprovalSlots request={request} user={user} />
          </div>
          <DecisionFacts request={request} />
        </div>
      </div>
      {deciding === 'approve' && <ApproveDialog {...dialog('approve')} />}
      {deciding === 'reject' && <RejectDialog {...dialog('reject')} />}
      {deciding === 'revoke' && <RevokeDialog {...dialog('revoke')} />}
    </section>
  )
}
