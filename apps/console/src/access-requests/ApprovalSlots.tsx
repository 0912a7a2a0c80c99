import type { AccessRequest, Approval, SignedInUser } from '@gatehouse/contract'
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { shortenOcid } from '../ui/shorten-ocid.ts'
import { Time } from '../ui/Time.tsx'
import { approvalSlots, approvalsInWords, otherDecisions, type Slot } from './approval-slots.ts'
import { approvalsGivenInRound, isApproval } from './blocked.ts'

interface ApprovalSlotsProps {
  request: AccessRequest
  user: SignedInUser
}

/** Who has approved, and how many approvals are missing. */
export function ApprovalSlots({ request, user }: ApprovalSlotsProps) {
  const slots = approvalSlots(request)
  const others = otherDecisions(request)
  const ownUserId =
    user.signers.find(({ connectionId, own }) => own && connectionId === request.connectionId)?.ociUserId ?? null
  const what = request.phase === 'extension-waiting' ? 'Extension approvals' : 'Approvals'
  if (request.isAutoApproved && approvalsGivenInRound(request) === 0) return null
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">
        {what} <span className="font-normal text-text-soft tabular-nums">{approvalsInWords(request)}</span>
      </h3>
      <ol className="space-y-2">
        {slots.map((slot, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a slot is its place
          <SlotItem
            key={place}
            slot={slot}
            place={request.approvalsRequired === null ? `${place + 1}` : `${place + 1} of ${slots.length}`}
            ownUserId={ownUserId}
          />
        ))}
      </ol>
      {others.length > 0 && (
        <ul className="space-y-2">
          {others.map((approval) => (
            <Entry
              key={`${approval.kind} ${approval.approverId} ${approval.at}`}
              approval={approval}
              ownUserId={ownUserId}
            >
              {approval.kind === 'extension' ? 'Extension' : 'Access'}
            </Entry>
          ))}
        </ul>
      )}
    </div>
  )
}

function SlotItem({ slot, place, ownUserId }: { slot: Slot; place: string; ownUserId: string | null }) {
  if (slot.kind === 'given') {
    return (
      <Entry approval={slot.approval} ownUserId={ownUserId}>
        {place}
      </Entry>
    )
  }
  const isEmpty = slot.kind === 'empty'
  return (
    <li className="flex gap-2">
      {isEmpty ? (
        <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      ) : (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
      )}
      <span>
        <span className="tabular-nums">{place}:</span> {isEmpty ? 'pending' : 'given, approver not reported by OCI'}
      </span>
    </li>
  )
}

/** A decision: by whom, when, and the comment. */
function Entry({
  approval,
  ownUserId,
  children,
}: {
  approval: Approval
  ownUserId: string | null
  children: ReactNode
}) {
  const approved = isApproval(approval)
  const isMine = approval.approverId !== null && approval.approverId === ownUserId
  return (
    <li className="flex gap-2">
      {approved ? (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
      ) : (
        <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      )}
      <div className="min-w-0">
        <p>
          <span className="tabular-nums">{children}:</span> <Approver approval={approval} />
          {isMine && <span className="text-text-soft"> (you)</span>} {approved ? '' : 'rejected '}
          <span className="text-text-soft">
            <Time at={approval.at} absent="Time not reported by OCI" />
          </span>
        </p>
        {approval.comment && <p className="whitespace-pre-line text-text-soft wrap-anywhere">“{approval.comment}”</p>}
        {approval.message && (
          <p className="whitespace-pre-line text-text-soft wrap-anywhere">To the operator: “{approval.message}”</p>
        )}
        {approval.startsAt && approved && (
          <p className="text-sm text-text-soft">
            Start <Time at={approval.startsAt} />
          </p>
        )}
      </div>
    </li>
  )
}

/** The Gatehouse user. Decisions made elsewhere only have an OCI user. */
function Approver({ approval: { approverName, approverId } }: { approval: Approval }) {
  if (approverName !== null) return <span data-tip={approverId ?? undefined}>{approverName}</span>
  if (approverId === null) return <>an unnamed OCI user</>
  return (
    <>
      OCI user{' '}
      <code data-tip={approverId} className="font-mono text-sm">
        {shortenOcid(approverId)}
      </code>
    </>
  )
}
