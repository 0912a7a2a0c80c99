import type { AccessRequest, SignedInUser } from '@gatehouse/contract'
import { Ban, Check, X } from 'lucide-react'
import { needsDecision } from '../states/access-request-state.ts'
import { Button } from '../ui/Button.tsx'
import { approveBlocked, rejectBlocked, revokeBlocked } from './blocked.ts'
import type { Decision } from './queries.ts'

interface DecisionButtonsProps {
  request: AccessRequest
  user: SignedInUser
  onDecide: (decision: Decision) => void
}

/** What can be decided, and why the rest cannot. On a phone the buttons stay within reach of the thumb. */
export function DecisionButtons({ request, user, onDecide }: DecisionButtonsProps) {
  const extension = request.phase === 'extension-waiting' ? ' extension' : ''
  const reasons = {
    approve: approveBlocked(request, user),
    reject: rejectBlocked(request, user),
    revoke: revokeBlocked(request, user),
  }
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="text-base font-semibold">Decision</h2>
        <WhyNot request={request} reasons={reasons} />
      </div>
      <fieldset
        aria-label="Decide"
        className="flex gap-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-sm:z-20 max-sm:border-t max-sm:bg-surface max-sm:p-2 max-sm:*:flex-1"
      >
        <Button
          // beside a decision that waits it is not what the eye should land on
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

/** A finger finds no tip: whether I may, and why not, stands there in words. */
function WhyNot({ request, reasons: { approve, reject, revoke } }: WhyNotProps) {
  if (needsDecision(request)) {
    return (
      <p className={approve === undefined ? 'text-text-soft' : 'text-warn'}>
        {approve ?? 'You may approve, or reject, this.'}
      </p>
    )
  }
  if (revoke === undefined) return <p className="text-text-soft">It has been granted. You may revoke it.</p>
  return <p className="text-text-soft">{reject === revoke ? reject : revoke}</p>
}
