import type { QueryClient } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router'
import { recentActivityQuery } from '../api/activity.ts'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { useFreshness } from '../frame/use-freshness.ts'
import { overviewQuery } from '../lists/queries.ts'
import { onArrival } from '../lists/load.ts'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Failures } from './Failures.tsx'
import { InFlight } from './InFlight.tsx'
import { NeedsYou } from './NeedsYou.tsx'
import { Pools } from './Pools.tsx'
import { RecentActivity } from './RecentActivity.tsx'
import { failedTally, inFlightTally, poolsTally, waitingTally } from './tallies.ts'
import { Tile } from './Tile.tsx'
import { useOverview } from './use-panel.ts'

/** Starts the first reads without waiting: each panel renders when its own read completes. */
export const loader =
  (client: QueryClient) =>
  ({ request }: LoaderFunctionArgs) => {
    void client.prefetchQuery(overviewQuery(new URL(request.url).searchParams.get('scope') ?? ''))
    void client.prefetchQuery(recentActivityQuery)
    return null
  }

export { onArrival as shouldRevalidate }

export default function OverviewPage() {
  useLiveLedger()
  const { data: overview, error } = useOverview()
  const numbers = {
    accessRequests: overview?.accessRequests,
    pools: overview?.desktopPools,
    work: overview?.workRequests,
  }
  return (
    <Page>
      <PageHead title="Overview" />
      <FreshnessStrip freshness={useFreshness()} />
      <div className="grid grid-cols-2 gap-2 sm:gap-4 lg:grid-cols-4">
        <Tile
          path={paths.accessRequests}
          label="Waiting for a decision"
          of={numbers.accessRequests}
          error={error}
          tally={waitingTally}
        />
        <Tile path={paths.desktopPools} label="Unhealthy pools" of={numbers.pools} error={error} tally={poolsTally} />
        <Tile
          path={paths.workRequests}
          label="Work in progress"
          of={numbers.work}
          error={error}
          tally={inFlightTally}
        />
        <Tile path={paths.workRequests} label="Failed in 24 h" of={numbers.work} error={error} tally={failedTally} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <NeedsYou mayBeOpen={numbers.accessRequests?.mayBeOpen ?? 0} />
        <InFlight running={numbers.work?.running} />
      </div>
      <Pools numbers={numbers.pools} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Failures failedSinceDay={numbers.work?.failedSinceDay} />
        <RecentActivity />
      </div>
    </Page>
  )
}
