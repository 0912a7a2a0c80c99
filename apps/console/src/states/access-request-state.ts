import type { AccessPhase, AccessRequestSummary } from '@gatehouse/contract'
import type { Tone } from '../ui/tones.ts'

export interface StateInWords {
  word: string
  tone: Tone
  /** What it means, and what comes next, in a whole sentence. */
  meaning: string
}

/**
 * Both services' states; they differ in underscores alone, and in the few that only one of them has. The words follow the
 * labels of Oracle's guide (docs.oracle.com/iaas/operator-access-control/doc/managing-access-requests.html) where it has one.
 */
const states: Record<string, StateInWords> = {
  CREATED: { word: 'Raised', tone: 'warn', meaning: 'It was raised and nobody has acted on it.' },
  APPROVALWAITING: { word: 'Waiting for approval', tone: 'warn', meaning: 'Nobody has access until it is approved.' },
  INREVIEW: {
    word: 'In review',
    tone: 'warn',
    meaning: 'An approver is looking at it. Nobody has access until it is approved.',
  },
  MOREINFO: {
    word: 'More information asked',
    tone: 'warn',
    meaning: 'A question went to the operator. It can be decided meanwhile.',
  },
  OPERATORASSIGNMENTWAITING: {
    word: 'Waiting for an operator',
    tone: 'busy',
    meaning: 'It is approved; the provider is assigning an operator.',
  },
  PREAPPROVED: {
    word: 'Pre-approved, setting up',
    tone: 'busy',
    meaning: 'The control approved it without asking; access is being set up.',
  },
  APPROVED: { word: 'Approved, setting up', tone: 'busy', meaning: 'It is approved and access is being set up.' },
  APPROVEDFORFUTURE: {
    word: 'Approved for later',
    tone: 'accent',
    meaning: 'It is approved and access begins by itself at its start.',
  },
  DEPLOYED: { word: 'Access open', tone: 'good', meaning: 'The operator can log in until the granted time is over.' },
  EXTENDING: { word: 'Extension asked', tone: 'warn', meaning: 'Access is open and the operator asks for more hours.' },
  EXTENDED: {
    word: 'Access open, extended',
    tone: 'good',
    meaning: 'The operator can log in until the extended time is over.',
  },
  EXTENSIONREJECTED: {
    word: 'Access open, extension rejected',
    tone: 'good',
    meaning: 'Access ends as it was granted before.',
  },
  EXTENSIONFAILED: {
    word: 'Access open, extension failed',
    tone: 'warn',
    meaning: 'The extension could not be applied; access ends as it was granted before.',
  },
  REVOKING: { word: 'Revoking', tone: 'bad', meaning: 'Access may still be open until OCI says it is revoked.' },
  COMPLETING: { word: 'Closing', tone: 'busy', meaning: 'The operator has finished and access is being removed.' },
  UNDEPLOYED: { word: 'Removing access', tone: 'busy', meaning: 'Access is being removed from the machine.' },
  REJECTED: { word: 'Rejected', tone: 'bad', meaning: 'Nobody got access. This is final.' },
  REVOKED: { word: 'Revoked', tone: 'plain', meaning: 'OCI has confirmed that access is closed. This is final.' },
  COMPLETED: {
    word: 'Completed',
    tone: 'plain',
    meaning: 'The operator finished and access is closed. This is final.',
  },
  EXPIRED: { word: 'Expired', tone: 'plain', meaning: 'Its time ran out and nobody has access. This is final.' },
  DEPLOYFAILED: {
    word: 'Could not be set up',
    tone: 'bad',
    meaning: 'It was approved, but access could not be made on the machine. Nobody has access.',
  },
  UNDEPLOYFAILED: {
    word: 'Removal failed',
    tone: 'bad',
    meaning: 'Access may still be open: it could not be removed. Contact Oracle Support.',
  },
  CLOSEFAILED: {
    word: 'Closing failed',
    tone: 'bad',
    meaning: 'Access may still be open: it could not be closed. Contact Oracle Support.',
  },
  REVOKEFAILED: {
    word: 'Revoke failed',
    tone: 'bad',
    meaning: 'Access may still be open: it could not be revoked. Contact Oracle Support.',
  },
  EXPIRYFAILED: {
    word: 'Expiry failed',
    tone: 'bad',
    meaning: 'Access may still be open: it ran out and could not be removed. Contact Oracle Support.',
  },
}

/** A state of either service in words and colour; one that OCI has added since is shown as it came. */
export const stateInWords = (state: string): StateInWords =>
  states[state.replaceAll('_', '')] ?? {
    word: state === '' ? 'No state given' : state,
    tone: 'plain',
    meaning: 'Gatehouse does not know this state, so it offers no decision.',
  }

export const phaseNames: Record<AccessPhase, string> = {
  waiting: 'Waiting for a decision',
  'extension-waiting': 'Extension waiting for a decision',
  scheduled: 'Begins later',
  open: 'Open',
  'in-transit': 'Being changed',
  ended: 'Ended',
  'may-be-open': 'May still be open',
  unknown: 'In a state that is not known here',
}

type Standing = Pick<AccessRequestSummary, 'phase'>

/** A decision is asked of somebody: on the access, or on more hours of it. */
export const needsDecision = ({ phase }: Standing) => phase === 'waiting' || phase === 'extension-waiting'

/** An operator can be on the machine, or is being let in or out right now. */
export const mayHaveAccess = ({ phase }: Standing) =>
  phase === 'open' || phase === 'extension-waiting' || phase === 'in-transit' || phase === 'may-be-open'

/** Closing failed, so access may still exist, or it is in a state that tells nothing: somebody has to look. */
export const alarms = ({ phase }: Standing) => phase === 'may-be-open' || phase === 'unknown'

/** Access is being taken back: red until OCI says that it is gone. */
export const isRevoking = ({ state }: Pick<AccessRequestSummary, 'state'>) => state === 'REVOKING'

/** The state that says access exists on the machine. */
export const isSetUp = ({ phase, state }: Pick<AccessRequestSummary, 'phase' | 'state'>) =>
  (phase === 'open' || phase === 'extension-waiting') && state !== 'APPROVED' && state !== 'PREAPPROVED'
