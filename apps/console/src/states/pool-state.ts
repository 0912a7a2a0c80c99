import type { DesktopPoolSummary, SignedInUser } from '@gatehouse/contract'
import { forbiddenReason } from '../api/session.ts'
import type { Tone } from '../ui/tones.ts'

interface StateWords {
  word: string
  tone: Tone
  /** What it means for the people whose desktops these are. */
  meaning: string
}

const states: Record<string, StateWords> = {
  CREATING: { word: 'Creating', tone: 'busy', meaning: 'OCI is making it; nobody can connect yet.' },
  ACTIVE: { word: 'Active', tone: 'good', meaning: 'Its users can connect.' },
  INACTIVE: { word: 'Inactive', tone: 'plain', meaning: 'Stopped: nobody can connect until it is started.' },
  UPDATING: { word: 'Updating', tone: 'busy', meaning: 'OCI is changing it.' },
  DELETING: { word: 'Deleting', tone: 'busy', meaning: 'OCI is deleting it.' },
  DELETED: { word: 'Deleted', tone: 'plain', meaning: 'It is gone; OCI still shows it for a while.' },
  FAILED: { word: 'Failed', tone: 'bad', meaning: 'OCI could not make or change it.' },
}

/** A state in words and colour; one that OCI added since is shown as it came. */
export const poolState = (state: string): StateWords =>
  states[state] ?? { word: state, tone: 'plain', meaning: 'This console does not know this state.' }

/** In the order of a pool's life, for sorting and for the list of filters; unknown ones come last. */
export const poolStateOrder = (state: string) => {
  const index = Object.keys(states).indexOf(state)
  return index === -1 ? Object.keys(states).length : index
}

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
    ACTIVE: 'The pool is active already.',
    INACTIVE: 'The pool is stopped already.',
    UPDATING: `OCI is changing the pool; it can be ${act} when that is done.`,
    DELETING: `The pool is being deleted; it cannot be ${act} any more.`,
    DELETED: `The pool is deleted; it cannot be ${act} any more.`,
    FAILED: `The pool has failed; a failed pool cannot be ${act}, only deleted.`,
  }
  return (
    reasons[state] ?? `The pool is ${state}, a state this console does not know; it starts and stops nothing there.`
  )
}
