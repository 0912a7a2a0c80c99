import type { AccessRequest } from '@gatehouse/contract'
import { isRevoking, stateInWords } from '../states/access-request-state.ts'

/** A notice that an approver must read before deciding. */
export interface Remark {
  tone: 'bad' | 'warn' | 'accent' | 'plain'
  title: string
  /** Whole sentences. */
  text: string
  /** Details for Oracle Support, to copy. */
  toCopy?: string
}

/** Notices on an access request, the most severe first. */
export function remarksOn(request: AccessRequest): Remark[] {
  const { phase, state } = request
  const { meaning } = stateInWords(state)
  return [
    phase === 'may-be-open' && {
      tone: 'bad' as const,
      title: 'Access may still be open',
      text: `${stateDetailsOf(request) ?? meaning} Include the support details when you contact Oracle Support.`,
      toCopy: supportDetails(request),
    },
    isRevoking(request) && {
      tone: 'bad' as const,
      title: 'Revoking: access is not closed yet',
      text: meaning,
    },
    state.replace('_', '') === 'DEPLOYFAILED' && {
      tone: 'warn' as const,
      title: 'Access setup failed',
      text: meaning,
    },
    phase === 'unknown' && {
      tone: 'warn' as const,
      title: state ? `Unknown state ${state}` : 'No state reported',
      text: 'Gatehouse offers no decisions in this state. Use the OCI Console.',
    },
    request.isPendingMoreInfo && {
      tone: 'warn' as const,
      title: 'Waiting for the operator to answer',
      text: 'See the conversation below. You can still decide.',
    },
    request.isValidation && {
      tone: 'accent' as const,
      title: 'Validation only',
      text: 'This access request validates an assignment. It is not for real work.',
    },
    request.isAutoApproved && {
      tone: 'plain' as const,
      title: 'Pre-approved by the control',
      text: 'The control pre-approves every requested action. You can still revoke access.',
    },
    ...request.missing.map((text) => ({ tone: 'warn' as const, title: 'Some details could not be read', text })),
  ].filter((remark) => remark !== false)
}

const supportDetails = ({ name, id, state, workflowIds }: AccessRequest) =>
  [`${name} (${state})`, id, ...workflowIds].join('\n')

const stateDetailsOf = ({ stateDetails }: AccessRequest) =>
  stateDetails === null ? null : `OCI reports: “${stateDetails}”.`
