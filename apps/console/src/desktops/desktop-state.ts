import type { Desktop, DesktopSession } from '@gatehouse/contract'
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

export const sessionWords: Record<DesktopSession, StateWords> = {
  connected: { word: 'Connected', tone: 'accent' },
  disconnected: { word: 'Disconnected', tone: 'warn' },
  standby: { word: 'Standby', tone: 'good' },
  stopped: { word: 'Not running', tone: 'plain' },
}

/** A session in a word. A value from the address may be unknown. */
export const sessionWord = (session: string) =>
  Object.hasOwn(sessionWords, session) ? sessionWords[session as DesktopSession].word : session // it is one of the keys

/** The display name of a desktop. Some OCI listings have no name. */
export const desktopName = ({ name, userName, id }: Pick<Desktop, 'name' | 'userName' | 'id'>) =>
  name ?? (userName ? `desktop of ${userName}` : `desktop …${id.slice(-6)}`)
