import type { AccessRequestSummary } from '@gatehouse/contract'
import type { Tone } from '../ui/tones.ts'

export interface StateInWords {
  word: string
  tone: Tone
  /** The meaning, and what comes next, in whole sentences. */
  meaning: string
}

/**
 * The states of both services. Shared states differ only in underscores. The words follow the
 * labels of Oracle's guide (docs.oracle.com/iaas/operator-access-control/doc/managing-access-requests.html) where it has one.
 */
const states: Record<string, StateInWords> = {
  CREATED: { word: 'Raised', tone: 'warn', meaning: 'Raised, with no action taken yet.' },
  APPROVALWAITING: {
    word: 'Waiting for approval',
    tone: 'warn',
    meaning: 'The operator has no access until this is approved.',
  },
  INREVIEW: {
    word: 'In review',
    tone: 'warn',
    meaning: 'An approver is reviewing this. The operator has no access until it is approved.',
  },
  MOREINFO: {
    word: 'Information requested',
    tone: 'warn',
    meaning: 'Waiting for the operator to answer. You can decide meanwhile.',
  },
  OPERATORASSIGNMENTWAITING: {
    word: 'Waiting for an operator',
    tone: 'busy',
    meaning: 'Approved. The provider is assigning an operator.',
  },
  PREAPPROVED: {
    word: 'Pre-approved, setting up',
    tone: 'busy',
    meaning: 'Pre-approved by the control. Access is being set up.',
  },
  APPROVED: { word: 'Approved, setting up', tone: 'busy', meaning: 'Approved. Access is being set up.' },
  APPROVEDFORFUTURE: {
    word: 'Approved for later',
    tone: 'accent',
    meaning: 'Approved. Access starts automatically at the start time.',
  },
  DEPLOYED: { word: 'Active', tone: 'good', meaning: 'The operator can sign in until the granted time ends.' },
  EXTENDING: {
    word: 'Extension requested',
    tone: 'warn',
    meaning: 'Access is active and the operator requests more hours.',
  },
  EXTENDED: {
    word: 'Active, extended',
    tone: 'good',
    meaning: 'The operator can sign in until the extended time ends.',
  },
  EXTENSIONREJECTED: {
    word: 'Active, extension rejected',
    tone: 'good',
    meaning: 'Access ends as originally granted.',
  },
  EXTENSIONFAILED: {
    word: 'Active, extension failed',
    tone: 'warn',
    meaning: 'The extension could not be applied. Access ends as originally granted.',
  },
  REVOKING: { word: 'Revoking', tone: 'bad', meaning: 'Access may still be open until OCI confirms the revoke.' },
  COMPLETING: { word: 'Closing', tone: 'busy', meaning: 'The operator has finished. Access is being removed.' },
  UNDEPLOYED: { word: 'Removing access', tone: 'busy', meaning: 'Access is being removed from the machine.' },
  REJECTED: { word: 'Rejected', tone: 'bad', meaning: 'No access was granted. This is final.' },
  REVOKED: { word: 'Revoked', tone: 'plain', meaning: 'OCI has confirmed that access is closed. This is final.' },
  COMPLETED: {
    word: 'Completed',
    tone: 'plain',
    meaning: 'The operator finished and access is closed. This is final.',
  },
  EXPIRED: { word: 'Expired', tone: 'plain', meaning: 'The granted time ended and access is closed. This is final.' },
  DEPLOYFAILED: {
    word: 'Setup failed',
    tone: 'bad',
    meaning: 'Approved, but access could not be set up. The operator has no access.',
  },
  UNDEPLOYFAILED: {
    word: 'Removal failed',
    tone: 'bad',
    meaning: 'Access could not be removed and may still be open. Contact Oracle Support.',
  },
  CLOSEFAILED: {
    word: 'Closing failed',
    tone: 'bad',
    meaning: 'Access could not be closed and may still be open. Contact Oracle Support.',
  },
  REVOKEFAILED: {
    word: 'Revoke failed',
    tone: 'bad',
    meaning: 'Access could not be revoked and may still be open. Contact Oracle Support.',
  },
  EXPIRYFAILED: {
    word: 'Expiry failed',
    tone: 'bad',
    meaning: 'Access expired, could not be removed and may still be open. Contact Oracle Support.',
  },
}

/** A state of either service as a word and a tone. Unknown states are shown as received. */
export const stateInWords = (state: string): StateInWords =>
  states[state.replaceAll('_', '')] ?? {
    word: state === '' ? 'No state' : state,
    tone: 'plain',
    meaning: 'Gatehouse does not know this state and offers no decisions.',
  }

type Standing = Pick<AccessRequestSummary, 'phase'>

/** Whether it waits for a decision: on the access, or on an extension. */
export const needsDecision = ({ phase }: Standing) => phase === 'waiting' || phase === 'extension-waiting'

/** Whether an operator may have access, including while access opens or closes. */
export const mayHaveAccess = ({ phase }: Standing) =>
  phase === 'open' || phase === 'extension-waiting' || phase === 'in-transit' || phase === 'may-be-open'

/** Whether it needs attention: access failed to close, or the state is unknown. */
export const alarms = ({ phase }: Standing) => phase === 'may-be-open' || phase === 'unknown'

/** Whether a revoke is in progress. It is red until OCI confirms it. */
export const isRevoking = ({ state }: Pick<AccessRequestSummary, 'state'>) => state === 'REVOKING'

/** Whether access is set up on the machine. */
export const isSetUp = ({ phase, state }: Pick<AccessRequestSummary, 'phase' | 'state'>) =>
  (phase === 'open' || phase === 'extension-waiting') && state !== 'APPROVED' && state !== 'PREAPPROVED'
