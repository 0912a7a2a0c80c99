import type { FacetWords } from '../lists/facets.ts'
import type { List } from '../lists/list.ts'
import { poolState } from '../states/pool-state.ts'

export const desktopPoolList: List<'desktop-pools'> = {
  path: 'desktop-pools',
  filters: ['health', 'state', 'compartment', 'connection'],
  sorts: [
    'name',
    'state',
    'compartment',
    'connection',
    'size',
    'use',
    'next',
    'connected',
    'disconnected',
    'standby',
    'stopped',
    'free',
    'created',
  ],
  sort: { column: 'name', descending: false },
}

const healths: Record<string, string> = { unhealthy: 'Unhealthy', changing: 'Changing', healthy: 'Healthy' }

export const desktopPoolFacets: readonly FacetWords[] = [
  { id: 'health', label: 'Health', name: (health) => healths[health] },
  { id: 'state', label: 'State', name: (state) => poolState(state).word },
]
