import type { DesktopPoolSummary, SignedInUser } from '@gatehouse/contract'
import { forbiddenReason } from '../api/session.ts'
import type { Tone } from '../ui/tones.ts'

interface StateWords {
  word: string
  tone: Tone
  /** What it means for users. */
  meaning: string
}

const states: Record<string, StateWords> = {
  CREATING: { word: 'Creating', tone: 'busy', meaning: 'OCI is creating this pool. No one can connect yet.' },
  ACTIVE: { word: 'Active', tone: 'good', meaning: 'Users can connect.' },
  INACTIVE: { word: 'Inactive', tone: 'plain', meaning: 'Stopped. No one can connect until it is started.' },
  UPDATING: { word: 'Updating', tone: 'busy', meaning: 'OCI is updating this pool.' },
  DELETING: { word: 'Deleting', tone: 'busy', meaning: 'OCI is deleting this pool.' },
  DELETED: { word: 'Deleted', tone: 'plain', meaning: 'Deleted. OCI still lists it for a while.' },
  FAILED: { word: 'Failed', tone: 'bad', meaning: 'OCI could not create or update this pool.' },
}

/** A state as a word and a tone. Unknown states are shown as received. */
export const poolState = (state: string): StateWords =>
  states[state] ?? { word: state, tone: 'plain', meaning: 'Unknown state.' }

type Pool = Pick<DesktopPoolSummary, 'state'>

/** Why the pool cannot be started now by this person, or undefined when it can. */
export const startBlocked = (pool: Pool, user: SignedInUser): string | undefined =>
  forbiddenReason(user, 'desktop-pools:operate') ?? blockedByState(pool, 'INACTIVE', 'started')

/** Why the pool cannot be stopped now by this person, or undefined when it can. */
export const stopBlocked = (pool: Pool, user: SignedInUser): string | undefined =>
  forbiddenReason(user, 'desktop-pools:operate') ?? blockedByState(pool, 'ACTIVE', 'stopped')

function blockedByState({ state }: Pool, needed: string, act: 'started' | 'stopped'): string | undefined {
  if (state === needed) return undefined
  const reasons: Record<string, string> = {
    CREATING: `The pool is still being created; it cannot be ${act} yet.`,
    ACTIVE: 'The pool is already active.',
    INACTIVE: 'The pool is already stopped.',
    UPDATING: `OCI is updating the pool; it can be ${act} when that is done.`,
    DELETING: `The pool is being deleted and can no longer be ${act}.`,
    DELETED: `The pool is deleted and can no longer be ${act}.`,
    FAILED: `A failed pool cannot be ${act}, only deleted.`,
  }
  return reasons[state] ?? `The pool is in the unknown state ${state} and cannot be ${act} here.`
}
