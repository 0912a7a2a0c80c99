import { useState } from 'react'
import { CheckboxField, TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNow } from '../ui/now.ts'
import { beginsMs } from './access-window.ts'
import { chosenStart, emptyApproval, formBlocked, toApproveBody, type ApprovalForm } from './approval-form.ts'
import { ApprovalOptions } from './ApprovalOptions.tsx'
import { approveBlocked } from './blocked.ts'
import { approveAction, approveConsequences } from './consequences.ts'
import { DecisionDialog } from './DecisionDialog.tsx'
import { approveAccessRequest } from './queries.ts'
import type { DecisionProps } from './ReasonDialog.tsx'
import { approvalRisks } from './risk.ts'
import { approvalNeedsComment, commentMaxLength } from './severities-needing-comment.ts'
import { useDecision } from './use-decision.ts'
import { resourceName } from './words.ts'

/** States the consequences of an approval, asks for confirmation in proportion to the risk, and approves. */
export function ApproveDialog({ request, user, onClose, ...listeners }: DecisionProps) {
  const now = useNow()
  const deciding = useDecision({ decision: 'approve', present: request, request: approveAccessRequest, ...listeners })
  const { decidedOn, send } = deciding
  const [form, setForm] = useState<ApprovalForm>(emptyApproval)
  const change = (next: Partial<ApprovalForm>) => setForm((before) => ({ ...before, ...next }))

  const start = chosenStart(form)
  const risks = approvalRisks(decidedOn)
  const needsComment = approvalNeedsComment(decidedOn)
  const name = resourceName(decidedOn)
  const isExtension = decidedOn.phase === 'extension-waiting'
  const isLater = !isExtension && beginsMs(decidedOn, start, now) > now
  return (
    <DecisionDialog
      deciding={deciding}
      title={isExtension ? `Extend access to ${name}?` : `Approve access to ${name}?`}
      action={approveAction(decidedOn, isLater)}
      tone="primary"
      consequences={approveConsequences(decidedOn, start, now)}
      blocked={approveBlocked(request, user) ?? formBlocked(form, needsComment, now)}
      onConfirm={() => send(toApproveBody(form))}
      onClose={onClose}
    >
      {risks.length > 0 && (
        <div className="space-y-2 rounded-control border border-bad p-3">
          <Notice tone="bad" title="High risk">
            <ul className="list-disc ps-4">
              {risks.map((risk) => (
                <li key={risk}>{risk}</li>
              ))}
            </ul>
          </Notice>
          <CheckboxField required label={`I understand what these actions allow on ${name} and want to grant them.`} />
        </div>
      )}
      <TextArea
        label="Comment"
        hint={
          needsComment
            ? `Required for severity ${decidedOn.severity}. Visible to OCI and the operator.`
            : 'Visible to OCI and the operator.'
        }
        required={needsComment}
        maxLength={commentMaxLength}
        rows={2}
        value={form.comment}
        onChange={(event) => change({ comment: event.target.value })}
      />
      <ApprovalOptions request={decidedOn} form={form} onChange={change} />
    </DecisionDialog>
  )
}
