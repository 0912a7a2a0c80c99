import type { AccessRequest } from '@gatehouse/contract'
import { fromLocalField } from './access-window.ts'
import type { ApproveBody } from './queries.ts'

/** What the approver has filled in so far. */
export interface ApprovalForm {
  comment: string
  /** `unchanged` leaves OCI's own choice. */
  audit: 'unchanged' | 'commands' | 'keystrokes'
  message: string
  /** `default` is the requested start, or immediately. */
  start: 'default' | 'later'
  /** Of a `datetime-local` field. */
  startsAt: string
}

export const emptyApproval: ApprovalForm = {
  comment: '',
  audit: 'unchanged',
  message: '',
  start: 'default',
  startsAt: '',
}

/** Oracle publishes the two levels and not how they are spelt; these are read back by what they contain. */
const auditTypes = { commands: ['COMMAND'], keystrokes: ['COMMAND', 'KEYSTROKE'] }

/** What is sent: only what was filled in, without blanks around it. */
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

/** The later start that the approver chose; null for none. */
export const chosenStart = ({ start, startsAt }: ApprovalForm) => (start === 'later' ? fromLocalField(startsAt) : null)

/** Why what is filled in cannot be sent; what a field alone can tell, its own constraints say. */
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

/** Keystrokes are recorded already, by what an earlier approver chose. */
export const recordsKeystrokes = ({ auditTypes: types }: Pick<AccessRequest, 'auditTypes'>) =>
  types.some((type) => /keystroke/i.test(type))
