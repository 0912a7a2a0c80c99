import type { AccessRequest } from '@gatehouse/contract'
import { fromLocalField } from './access-window.ts'
import type { ApproveBody } from './queries.ts'

/** What the approver has filled in so far. */
export interface ApprovalForm {
  comment: string
  /** `unchanged` sends nothing, so OCI decides. */
  audit: 'unchanged' | 'commands' | 'keystrokes'
  message: string
  /** `default` is the requested start, or immediately. */
  start: 'default' | 'later'
  /** The value of a `datetime-local` field. */
  startsAt: string
}

export const emptyApproval: ApprovalForm = {
  comment: '',
  audit: 'unchanged',
  message: '',
  start: 'default',
  startsAt: '',
}

/** Oracle publishes the two levels but not their spelling. Values that OCI returns are matched by substring. */
const auditTypes = { commands: ['COMMAND'], keystrokes: ['COMMAND', 'KEYSTROKE'] }

/** The request body: filled-in fields only, trimmed. */
export function toApproveBody(form: ApprovalForm): Omit<ApproveBody, 'attemptId' | 'seen'> {
  const comment = form.comment.trim()
  const message = form.message.trim()
  const startsAt = chosenStart(form)
  return {
    ...(comment === '' ? {} : { comment }),
    ...(form.audit === 'unchanged' ? {} : { auditTypes: auditTypes[form.audit] }),
    ...(message === '' ? {} : { additionalMessage: message }),
    ...(startsAt === null ? {} : { startsAt }),
  }
}

/** The start that the approver chose. Null for the default. */
export const chosenStart = ({ start, startsAt }: ApprovalForm) => (start === 'later' ? fromLocalField(startsAt) : null)

/** Why the form cannot be sent. Covers only what native field constraints cannot check. */
export function formBlocked(
  { comment, start, startsAt }: ApprovalForm,
  needsComment: boolean,
  nowMs: number,
): string | undefined {
  if (needsComment && comment !== '' && comment.trim() === '') return 'Enter a comment.'
  const at = start === 'later' ? fromLocalField(startsAt) : null
  if (at !== null && Date.parse(at) <= nowMs) return 'The start time must be in the future.'
  return undefined
}

/** Whether keystrokes are already recorded, by an earlier approver's choice. */
export const recordsKeystrokes = ({ auditTypes: types }: Pick<AccessRequest, 'auditTypes'>) =>
  types.some((type) => /keystroke/i.test(type))
