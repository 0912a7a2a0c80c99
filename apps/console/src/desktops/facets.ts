import type { Desktop } from '@gatehouse/contract'
import type { FacetDefinition } from '../ui/facets.ts'
import { desktopState, sessionOf, sessionWords, type Session } from './desktop-state.ts'

/** The filters of every list of desktops. */
export const desktopFacets: readonly FacetDefinition<Desktop>[] = [
  { id: 'state', label: 'State', values: ({ state }) => [state], name: (state) => desktopState(state).word },
  {
    id: 'session',
    label: 'Session',
    values: (desktop) => [sessionOf(desktop)],
    name: (session) => (Object.hasOwn(sessionWords, session) ? sessionWords[session as Session].word : session), // a key, by the check before
  },
]
