import type { Desktop } from '@gatehouse/contract'
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

/** As the counts of a pool have it: in use, left running by its user, running without a user, or not running. */
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
