import type { AccessPhase, AccessRequestSummary, Sources } from '@gatehouse/contract'
import { stateInWords } from '../states/access-request-state.ts'
import { byUrgency } from '../states/access-request-urgency.ts'
import type { FacetDefinition } from '../ui/facets.ts'
import { matchesSearch } from '../ui/facets.ts'
import { plural } from '../ui/in-words.ts'
import { relativeTime } from '../ui/times.ts'
import { resourceTypeName, serviceNames } from './words.ts'

export interface View {
  /** The value in the address, `?tab=open`. The first view has none. */
  id: string
  label: string
  phases: readonly AccessPhase[]
  /** The title of the empty view. */
  none: string
}

/** The views of the inbox. The first holds what an approver is paged for. */
export const views: readonly [View, ...View[]] = [
  {
    id: 'decide',
    label: 'Needs a decision',
    phases: ['waiting', 'extension-waiting'],
    none: 'Nothing waiting for a decision',
  },
  { id: 'alarm', label: 'Failed to close', phases: ['may-be-open', 'unknown'], none: 'No access failed to close' },
  { id: 'open', label: 'Active', phases: ['open', 'extension-waiting', 'in-transit'], none: 'No active access' },
  { id: 'later', label: 'Scheduled', phases: ['scheduled'], none: 'No scheduled access' },
  { id: 'ended', label: 'Ended', phases: ['ended'], none: 'No ended access requests' },
  {
    id: 'all',
    label: 'All',
    phases: ['waiting', 'extension-waiting', 'may-be-open', 'unknown', 'in-transit', 'open', 'scheduled', 'ended'],
    none: 'No access requests',
  },
]

export const viewNamed = (id: string): View => views.find((view) => view.id === id) ?? views[0]

/** How many access requests the view has. */
export const countIn = (items: readonly AccessRequestSummary[], { phases }: View) =>
  items.filter(({ phase }) => phases.includes(phase)).length

/** The access requests of a view that match the search, most urgent first. */
export const found = (items: readonly AccessRequestSummary[], { phases }: View, search: string) =>
  items.filter((item) => phases.includes(item.phase) && matchesSearch(search, textsOf(item))).toSorted(byUrgency)

const textsOf = (item: AccessRequestSummary) => [
  item.name,
  item.summary,
  item.id,
  item.resource.name,
  item.resource.id,
  item.compartment?.path,
  ...item.actions,
]

/** The filters of the inbox. `connectionName` gives a connection's name. */
export const facetsOf = (connectionName: (id: string) => string): FacetDefinition<AccessRequestSummary>[] => [
  { id: 'state', label: 'State', values: ({ state }) => [state], name: (state) => stateInWords(state).word },
  { id: 'severity', label: 'Severity', values: ({ severity }) => (severity === null ? [] : [severity]) },
  {
    id: 'resource-type',
    label: 'Resource type',
    values: ({ resource }) => (resource.type === null ? [] : [resource.type]),
    name: resourceTypeName,
  },
  {
    id: 'compartment',
    label: 'Compartment',
    values: ({ compartment }) => (compartment === null ? [] : [compartment.path || compartment.name]),
  },
  {
    id: 'service',
    label: 'Service',
    values: ({ service }) => [service],
    name: (service) => serviceNames[service as keyof typeof serviceNames] ?? service,
  }, // a facet's values come from the address too
  { id: 'connection', label: 'Connection', values: ({ connectionId }) => [connectionId], name: connectionName },
]

export const facetIds = facetsOf(String).map(({ id }) => id)

/** "14 compartments, 2 regions". */
export const everywhere = ({ compartments, regions }: Sources) =>
  `${plural(compartments, 'compartment')}, ${plural(regions, 'region')}`

/** What was read, where and when: "0 waiting in 14 compartments, 2 regions, read 12 s ago". */
export function lookedAt(what: string, where: string, unread: number, readAt: string, nowMs: number): string {
  const missing = unread === 0 ? '' : `; ${plural(unread, 'place')} could not be read`
  return `${what} in ${where}, read ${relativeTime(Date.parse(readAt), nowMs)}${missing}`
}
