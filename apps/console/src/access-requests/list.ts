import type { FacetWords } from '../lists/facets.ts'
import type { List } from '../lists/list.ts'
import { stateInWords } from '../states/access-request-state.ts'
import { resourceTypeName, serviceNames } from './words.ts'

/** The inbox. Its page sets the filter `phase`. */
export const accessRequestList: List<'access-requests'> = {
  path: 'access-requests',
  filters: ['state', 'severity', 'resource-type', 'compartment', 'service', 'connection'],
  sorts: [
    'urgency',
    'summary',
    'severity',
    'state',
    'resource',
    'hours',
    'requested',
    'name',
    'compartment',
    'service',
    'connection',
    'updated',
  ],
  sort: { column: 'urgency', descending: false },
}

/** The chips of the inbox, besides those for the place. */
export const accessRequestFacets: readonly FacetWords[] = [
  { id: 'state', label: 'State', name: (state) => stateInWords(state).word },
  { id: 'severity', label: 'Severity' },
  { id: 'resource-type', label: 'Resource type', name: resourceTypeName },
  {
    id: 'service',
    label: 'Service',
    name: (service) => serviceNames[service as keyof typeof serviceNames], // a value of the address may be another
  },
]
