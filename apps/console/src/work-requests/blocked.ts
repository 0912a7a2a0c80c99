import type { SignedInUser, WorkRequest } from '@gatehouse/contract'
import { forbiddenReason } from '../api/session.ts'
import { workRequestState } from '../states/work-request-state.ts'

/** OCI does not document which states allow a cancel; these are assumed. */
const cancelable: readonly string[] = ['ACCEPTED', 'IN_PROGRESS', 'WAITING']

/** Why a person cannot cancel a work request now, as a whole sentence. Undefined when they can. */
export function cancelBlocked(
  { service, state, forgottenAt }: Pick<WorkRequest, 'service' | 'state' | 'forgottenAt'>,
  user: SignedInUser,
): string | undefined {
  if (service === 'delegate-access-control') return 'Work requests of Delegate Access Control cannot be canceled.'
  if (forgottenAt !== null) return 'OCI no longer lists this work request.'
  return forbiddenReason(user, 'desktop-pools:operate') ?? blockedByState(state)
}

function blockedByState(state: string): string | undefined {
  if (cancelable.includes(state)) return undefined
  if (state === 'CANCELING') return 'OCI is already canceling this.'
  return `A work request in the state “${workRequestState(state).word}” cannot be canceled.`
}
