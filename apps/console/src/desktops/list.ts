import type { FacetWords } from '../lists/facets.ts'
import type { List } from '../lists/list.ts'
import { desktopState, sessionWord } from './desktop-state.ts'

/** The desktops of all pools. */
export const desktopList: List<'desktops'> = {
  path: 'desktops',
  filters: ['pool', 'state', 'session', 'compartment', 'connection'],
  sorts: ['name', 'user', 'pool', 'state', 'session', 'last-action', 'client', 'image', 'connected', 'created'],
  sort: { column: 'name', descending: false },
}

/** The desktops of one pool. The page sets the filter `pool`. */
export const poolDesktopList: List<'desktops'> = { ...desktopList, filters: ['state', 'session'] }

/** The chips of every list of desktops. */
export const desktopFacets: readonly FacetWords[] = [
  { id: 'state', label: 'State', name: (state) => desktopState(state).word },
  { id: 'session', label: 'Session', name: sessionWord },
]
