import type { AccessRequest, SignedInUser } from '@gatehouse/contract'
import { Ban, Check, X } from 'lucide-react'
import { useOpenAct } from '../acts/use-current-acts.ts'
import { needsDecision } from '../states/access-request-state.ts'
import { Button } from '../ui/Button.tsx'
import { approveBlocked, rejectBlocked, revokeBlocked } from './blocked.ts'
import { decisionActs, type Decision } from './queries.ts'

interface DecisionButtonsProps {
  request: AccessRequest
  user: SignedInUser
  onDecide: (decision: Decision) => void
}

/** The decisions; blocked ones say why. On a phone the buttons stay within reach of the thumb. */
export function DecisionButtons({ request, user, onDecide }: DecisionButtonsProps) {
  const extension = request.phase === 'extension-waiting' ? ' extension' : ''
  const openAct = useOpenAct()
  const open = (decision: Decision) => openAct(decisionActs[decision], request.id)
  const reasons = {
    approve: approveBlocked(request, user) ?? open('approve'),
    reject: rejectBlocked(request, user) ?? open('reject'),
    revoke: revokeBlocked(request, user) ?? open('revoke'),
  }
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="text-base font-semibold">Decision</h2>
        <WhyNot request={request} reasons={reasons} />
      </div>
      <fieldset
        aria-label="Decide on this access request"
        className="flex gap-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-sm:z-20 max-sm:border-t max-sm:bg-surface max-sm:p-2 max-sm:*:flex-1"
      >
        <Button
          // quiet while a decision waits: revoke is not the primary choice then
          tone={needsDecision(request) ? 'quiet-danger' : 'danger'}
          icon={<Ban aria-hidden className="size-4" />}
          blocked={reasons.revoke}
          onClick={() => onDecide('revoke')}
        >
          Revoke
        </Button>
        <Button icon={<X aria-hidden className="size-4" />} blocked={reasons.reject} onClick={() => onDecide('reject')}>
          Reject
          <span className="max-sm:sr-only">{extension}</span>
        </Button>
        <Button
          tone="primary"
          icon={<Check aria-hidden className="size-4" />}
          blocked={reasons.approve}
          onClick={() => onDecide('approve')}
        >
          Approve
          <span className="max-sm:sr-only">{extension}</span>
        </Button>
      </fieldset>
    </header>
  )
}

interface WhyNotProps {
  request: AccessRequest
  reasons: Record<Decision, string | undefined>
}

/** Whether the person may decide, and why not. Touch screens show no tips, so it is text. */
function WhyNot({ request, reasons: { approve, reject, revoke } }: WhyNotProps) {
  if (needsDecision(request)) {
    return (
      <p className={approve === undefined ? 'text-text-soft' : 'text-warn'}>
        {approve ?? 'You can approve or reject this request.'}
      </p>
    )
  }
  if (revoke === undefined) return <p className="text-text-soft">Access is granted. You can revoke it.</p>
  return <p className="text-text-soft">{reject === revoke ? reject : revoke}</p>
}
