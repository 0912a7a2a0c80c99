import type { AccessRequest } from '@gatehouse/contract'
import { isRevoking, stateInWords } from '../states/access-request-state.ts'

/** Something that whoever decides has to know first. */
export interface Remark {
  tone: 'bad' | 'warn' | 'accent' | 'plain'
  title: string
  /** Whole sentences. */
  text: string
  /** What Oracle Support asks for, to be copied. */
  toCopy?: string
}

/** What is out of the ordinary with an access request, the most alarming first. */
export function remarksOn(request: AccessRequest): Remark[] {
  const { phase, state } = request
  const { meaning } = stateInWords(state)
  return [
    phase === 'may-be-open' && {
      tone: 'bad' as const,
      title: 'Access may still be open',
      text: `${saidBy(request) ?? meaning} When you call Oracle Support, quote what can be copied here.`,
      toCopy: toQuote(request),
    },
    isRevoking(request) && {
      tone: 'bad' as const,
      title: 'Being revoked, not closed yet',
      text: meaning,
    },
    state.replace('_', '') === 'DEPLOYFAILED' && {
      tone: 'warn' as const,
      title: 'Access could not be set up',
      text: meaning,
    },
    phase === 'unknown' && {
      tone: 'warn' as const,
      title: `${state || 'No state'} is not a state that Gatehouse knows`,
      text: "It is shown as it came, and nothing can be decided here. Use OCI's own console.",
    },
    request.isPendingMoreInfo && {
      tone: 'warn' as const,
      title: 'A question to the operator has no answer yet',
      text: 'The conversation is below. It can be decided all the same.',
    },
    request.isValidation && {
      tone: 'accent' as const,
      title: 'A rehearsal',
      text: 'It was raised by the validation of an assignment, not by real work.',
    },
    request.isAutoApproved && {
      tone: 'plain' as const,
      title: 'Approved without asking anybody',
      text: 'The control approves every one of the actions in advance. It can be revoked all the same.',
    },
    ...request.missing.map((text) => ({ tone: 'warn' as const, title: 'Part of it could not be read', text })),
  ].filter((remark) => remark !== false)
}

const toQuote = ({ name, id, state, workflowIds }: AccessRequest) =>
  [`${name} (${state})`, id, ...workflowIds].join('\n')

const saidBy = ({ stateDetails }: AccessRequest) => (stateDetails === null ? null : `OCI says: “${stateDetails}”.`)
