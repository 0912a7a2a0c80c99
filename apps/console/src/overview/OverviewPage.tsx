import type { QueryClient } from '@tanstack/react-query'
import { accessRequestsQuery, desktopPoolsQuery, recentActivityQuery, workRequestsQuery } from '../api/listings.ts'
import { freshnessOf } from '../frame/freshness.ts'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { topics } from '../live/topics.ts'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { paths } from '../paths.ts'
import { useNow } from '../ui/now.ts'
import { Page } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Failures } from './Failures.tsx'
import { InFlight } from './InFlight.tsx'
import { NeedsYou } from './NeedsYou.tsx'
import { Pools } from './Pools.tsx'
import { RecentActivity } from './RecentActivity.tsx'
import { failedTally, inFlightTally, poolsTally, waitingTally } from './tallies.ts'
import { Tile } from './Tile.tsx'
import { useScoped } from './use-scoped.ts'

/** Starts all reads without waiting: each panel renders when its own read completes. */
export const loader = (client: QueryClient) => () => {
  void client.prefetchQuery(accessRequestsQuery)
  void client.prefetchQuery(desktopPoolsQuery)
  void client.prefetchQuery(workRequestsQuery)
  void client.prefetchQuery(recentActivityQuery)
  return null
}

export default function OverviewPage() {
  useLiveTopics([topics.accessRequests, topics.desktopPools, topics.workRequests])
  useLiveLedger()
  const now = useNow()
  const accessRequests = useScoped(accessRequestsQuery, topics.accessRequests)
  const desktopPools = useScoped(desktopPoolsQuery, topics.desktopPools)
  const workRequests = useScoped(workRequestsQuery, topics.workRequests)
  const names = [...(desktopPools.listing?.items ?? []), ...(accessRequests.listing?.items ?? [])]

  const { readAt, unread } = freshnessOf([accessRequests.listing, desktopPools.listing, workRequests.listing])
  return (
    <Page>
      <PageHead title="Overview" />
      {readAt !== null && <FreshnessStrip listing={{ readAt, unread }} />}
      <div className="grid grid-cols-2 gap-2 sm:gap-4 lg:grid-cols-4">
        <Tile
          path={paths.accessRequests}
          label="Waiting for a decision"
          scoped={accessRequests}
          tally={(items) => waitingTally(items, now)}
        />
        <Tile path={paths.desktopPools} label="Unhealthy pools" scoped={desktopPools} tally={poolsTally} />
        <Tile
          path={paths.workRequests}
          label="Work in progress"
          scoped={workRequests}
          tally={(items) => inFlightTally(items, now)}
        />
        <Tile
          path={paths.workRequests}
          label="Failed in 24 h"
          scoped={workRequests}
          tally={(items) => failedTally(items, now)}
        />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <NeedsYou scoped={accessRequests} />
        <InFlight scoped={workRequests} names={names} />
      </div>
      <Pools scoped={desktopPools} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Failures scoped={workRequests} names={names} />
        <RecentActivity />
      </div>
    </Page>
  )
}
