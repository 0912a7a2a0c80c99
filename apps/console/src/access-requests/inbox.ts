import type { AccessPhase, Counts, Freshness } from '@gatehouse/contract'
import { countOf } from '../lists/facets.ts'
import { plural } from '../ui/in-words.ts'
import { relativeTime } from '../ui/times.ts'

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
export const countIn = (counts: Counts | undefined, { phases }: View) => countOf(counts, 'phase', phases)

/** What was read, where and when: "0 waiting in 14 compartments, 2 regions, read 12 s ago". */
export function lookedAt(what: string, where: string, { unreadTotal, readAt }: Freshness, nowMs: number): string {
  const read = readAt === null ? 'not all read yet' : `read ${relativeTime(Date.parse(readAt), nowMs)}`
  const missing = unreadTotal === 0 ? '' : `; ${plural(unreadTotal, 'place')} could not be read`
  return `${what} in ${where}, ${read}${missing}`
}
