import type { Desktop, SignedInUser } from '@gatehouse/contract'
import { forbiddenReason } from '../api/session.ts'
import type { Tone } from '../ui/tones.ts'

interface StateWords {
  word: string
  tone: Tone
}

const states: Record<string, StateWords> = {
  CREATING: { word: 'Creating', tone: 'busy' },
  ACTIVE: { word: 'Active', tone: 'good' },
  INACTIVE: { word: 'Inactive', tone: 'plain' },
  UPDATING: { word: 'Updating', tone: 'busy' },
  DELETING: { word: 'Deleting', tone: 'busy' },
  DELETED: { word: 'Deleted', tone: 'plain' },
  FAILED: { word: 'Failed', tone: 'bad' },
}

/** A state in words and colour; one that OCI added since is shown as it came. */
export const desktopState = (state: string): StateWords => states[state] ?? { word: state, tone: 'plain' }

/** What a desktop is to its user now. */
export type Session = 'connected' | 'disconnected' | 'standby' | 'stopped'

export const sessionWords: Record<Session, { word: string; tone: Tone }> = {
  connected: { word: 'Connected', tone: 'accent' },
  disconnected: { word: 'Disconnected', tone: 'warn' },
  standby: { word: 'Standby', tone: 'good' },
  stopped: { word: 'Not running', tone: 'plain' },
}

/** The same cut as the counts of a pool: someone is on it, has left it running, it is nobody's yet, or it does not run. */
export function sessionOf({
  state,
  isConnected,
  userName,
}: Pick<Desktop, 'state' | 'isConnected' | 'userName'>): Session {
  if (isConnected) return 'connected'
  if (state !== 'ACTIVE') return 'stopped'
  return userName === null ? 'standby' : 'disconnected'
}

/** What a desktop is called: OCI gives no name in every list. */
export const desktopName = ({ name, userName, id }: Pick<Desktop, 'name' | 'userName' | 'id'>) =>
  name ?? (userName ? `desktop of ${userName}` : `desktop …${id.slice(-6)}`)

type Stateful = Pick<Desktop, 'state'>
/** The pool of the desktop, where it is known. */
type PoolState = string | undefined

/** Why the desktop cannot be started now by this person, or undefined when it can. A stopped pool is started as a whole. */
export function startBlocked(desktop: Stateful, poolState: PoolState, user: SignedInUser): string | undefined {
  const blocked = forbiddenReason(user, 'desktop-pools:operate') ?? blockedByState(desktop, 'INACTIVE', 'started')
  if (blocked !== undefined || poolState === undefined || poolState === 'ACTIVE') return blocked
  if (poolState === 'INACTIVE') return 'Its pool is stopped: start the pool.'
  return `Its pool is ${poolState}; a desktop is started only in a pool that is ACTIVE.`
}

/** Why the desktop cannot be stopped now by this person, or undefined when it can. */
export function stopBlocked(desktop: Stateful, poolState: PoolState, user: SignedInUser): string | undefined {
  const blocked = forbiddenReason(user, 'desktop-pools:operate') ?? blockedByState(desktop, 'ACTIVE', 'stopped')
  if (blocked !== undefined || poolState === undefined) return blocked
  if (['ACTIVE', 'INACTIVE', 'FAILED'].includes(poolState)) return undefined
  return `Its pool is ${poolState}; a desktop is stopped only while its pool is at rest.`
}

function blockedByState({ state }: Stateful, needed: string, act: 'started' | 'stopped'): string | undefined {
  if (state === needed) return undefined
  const reasons: Record<string, string> = {
    CREATING: `The desktop is still being created; it cannot be ${act} yet.`,
    ACTIVE: 'The desktop is running already.',
    INACTIVE: 'The desktop is stopped already.',
    UPDATING: `OCI is changing the desktop; it can be ${act} when that is done.`,
    DELETING: `The desktop is being deleted; it cannot be ${act} any more.`,
    DELETED: `The desktop is deleted; it cannot be ${act} any more.`,
    FAILED: `The desktop has failed; a failed desktop cannot be ${act}, only deleted.`,
  }
  return (
    reasons[state] ?? `The desktop is ${state}, a state this console does not know; it starts and stops nothing there.`
  )
}
