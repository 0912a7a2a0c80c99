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

/** A state as a word and a tone. Unknown states are shown as received. */
export const desktopState = (state: string): StateWords => states[state] ?? { word: state, tone: 'plain' }

/** The session of a desktop. */
export type Session = 'connected' | 'disconnected' | 'standby' | 'stopped'

export const sessionWords: Record<Session, { word: string; tone: Tone }> = {
  connected: { word: 'Connected', tone: 'accent' },
  disconnected: { word: 'Disconnected', tone: 'warn' },
  standby: { word: 'Standby', tone: 'good' },
  stopped: { word: 'Not running', tone: 'plain' },
}

/** The session as pool counts define it: in use, left running by its user, running without a user, or not running. */
export function sessionOf({
  state,
  isConnected,
  userName,
}: Pick<Desktop, 'state' | 'isConnected' | 'userName'>): Session {
  if (isConnected) return 'connected'
  if (state !== 'ACTIVE') return 'stopped'
  return userName === null ? 'standby' : 'disconnected'
}

/** The display name of a desktop. Some OCI listings have no name. */
export const desktopName = ({ name, userName, id }: Pick<Desktop, 'name' | 'userName' | 'id'>) =>
  name ?? (userName ? `desktop of ${userName}` : `desktop …${id.slice(-6)}`)
