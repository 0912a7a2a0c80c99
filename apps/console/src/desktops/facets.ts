import type { Desktop } from '@gatehouse/contract'
import type { FacetDefinition } from '../ui/facets.ts'
import { desktopState, sessionOf, sessionWords, type Session } from './desktop-state.ts'

/** What any list of desktops is filtered by. */
export const desktopFacets: readonly FacetDefinition<Desktop>[] = [
  { id: 'state', label: 'State', values: ({ state }) => [state], name: (state) => desktopState(state).word },
  {
    id: 'session',
    label: 'Session',
    values: (desktop) => [sessionOf(desktop)],
    name: (session) => (Object.hasOwn(sessionWords, session) ? sessionWords[session as Session].word : session), // it is a key, as just seen
  },
]
