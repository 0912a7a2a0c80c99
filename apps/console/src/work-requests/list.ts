import type { FacetWords } from '../lists/facets.ts'
import type { List } from '../lists/list.ts'
import { operationName, serviceNames, workRequestState } from '../states/work-request-state.ts'

export const workRequestList: List<'work-requests'> = {
  path: 'work-requests',
  filters: ['progress', 'state', 'service', 'operation', 'compartment', 'connection'],
  sorts: ['accepted', 'operation', 'state', 'progress', 'service', 'compartment', 'took'],
  sort: { column: 'accepted', descending: true },
}

const progresses: Record<string, string> = {
  running: 'In progress',
  'needs-attention': 'Needs attention',
  failed: 'Failed',
  ended: 'Finished',
}

export const workRequestFacets: readonly FacetWords[] = [
  { id: 'progress', label: 'Progress', name: (progress) => progresses[progress] },
  { id: 'state', label: 'State', name: (state) => workRequestState(state).word },
  { id: 'service', label: 'Service', name: (service) => serviceNames[service] },
  { id: 'operation', label: 'Operation', name: operationName },
]
