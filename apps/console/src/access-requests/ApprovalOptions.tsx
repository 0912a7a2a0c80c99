import type { AccessRequest } from '@gatehouse/contract'
import { RadioField, TextArea, TextField } from '../ui/Field.tsx'
import { useNow } from '../ui/now.ts'
import { absoluteTime } from '../ui/times.ts'
import { asksLaterStart, toLocalField, zoneName } from './access-window.ts'
import { recordsKeystrokes, type ApprovalForm } from './approval-form.ts'
import { commentMaxLength } from './severities-needing-comment.ts'
import { auditTypeName } from './words.ts'

interface ApprovalOptionsProps {
  request: AccessRequest
  form: ApprovalForm
  onChange: (change: Partial<ApprovalForm>) => void
}

/** What OCI lets an approver set: auditing, a message to the operator, a later start. OCI cannot grant fewer hours. */
export const ApprovalOptions = ({ request, form, onChange }: ApprovalOptionsProps) => (
  <details className="rounded-control border px-3 py-2">
    <summary className="rounded-control font-medium pointer-coarse:py-2">Auditing, message and start time</summary>
    <div className="mt-3 space-y-4 pb-1">
      {request.service === 'operator-access-control' ? (
        <Audit {...{ request, form, onChange }} />
      ) : (
        <p className="text-text-soft">Delegate Access Control always records commands and keystrokes.</p>
      )}
      <TextArea
        label="Message to the operator"
        rows={2}
        maxLength={commentMaxLength}
        value={form.message}
        onChange={(event) => onChange({ message: event.target.value })}
      />
      {request.phase === 'extension-waiting' ? (
        <p className="text-text-soft">An extension continues the current access, so it has no start time.</p>
      ) : (
        <Start {...{ request, form, onChange }} />
      )}
      <p className="text-sm text-text-soft">
        OCI cannot grant fewer hours than requested. You can revoke access early.
      </p>
    </div>
  </details>
)

function Audit({ request, form, onChange }: ApprovalOptionsProps) {
  const isKept = request.auditTypes.length > 0
  const other = recordsKeystrokes(request) ? 'commands' : 'keystrokes'
  return (
    <fieldset className="space-y-2">
      <legend className="font-medium">Auditing</legend>
      <RadioField
        name="audit"
        label={isKept ? `Unchanged: ${auditTypeName(request.auditTypes.join(' '))}` : 'Commands'}
        hint={isKept ? undefined : 'OCI default'}
        checked={form.audit === 'unchanged'}
        onChange={() => onChange({ audit: 'unchanged' })}
      />
      <RadioField
        name="audit"
        label={other === 'keystrokes' ? 'Commands and keystrokes' : 'Commands'}
        checked={form.audit === other}
        onChange={() => onChange({ audit: other })}
      />
    </fieldset>
  )
}

function Start({ request, form, onChange }: ApprovalOptionsProps) {
  const now = useNow()
  const { startsAt } = request
  const defaultStart =
    startsAt !== null && asksLaterStart(request, now)
      ? `As requested, ${absoluteTime(Date.parse(startsAt))}`
      : 'Immediately'
  return (
    <fieldset className="space-y-2">
      <legend className="font-medium">Start time</legend>
      <RadioField
        name="start"
        label={defaultStart}
        checked={form.start === 'default'}
        onChange={() => onChange({ start: 'default' })}
      />
      <RadioField
        name="start"
        label={defaultStart === 'Immediately' ? 'Later' : 'At a different time'}
        checked={form.start === 'later'}
        onChange={() => onChange({ start: 'later' })}
      />
      {form.start === 'later' && (
        <TextField
          type="datetime-local"
          label="Start"
          hint={`Your time zone: ${zoneName()}`}
          required
          min={toLocalField(now + 60_000)}
          value={form.startsAt}
          onChange={(event) => onChange({ startsAt: event.target.value })}
        />
      )}
    </fieldset>
  )
}
