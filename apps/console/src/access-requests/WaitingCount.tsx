import { countOf } from '../lists/facets.ts'
import { useUnfilteredCounts } from '../lists/use-list.ts'
import { Count } from '../ui/Badge.tsx'
import { accessRequestList } from './list.ts'
import { viewNamed } from './inbox.ts'

/** The number of access requests that wait for a decision, in all scopes. For the navigation. */
export function WaitingCount() {
  const counts = useUnfilteredCounts('access-requests', { scope: '', sort: accessRequestList.sort })
  return <Count value={countOf(counts, 'phase', viewNamed('decide').phases)} label="waiting for a decision" />
}
