import type { DesktopPool } from '@gatehouse/contract'
import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { MonitorX } from 'lucide-react'
import { useOutletContext, type LoaderFunctionArgs } from 'react-router'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { topics } from '../live/topics.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { DesktopList } from './DesktopList.tsx'
import { desktopFacets } from './facets.ts'
import { desktopPoolDesktopsQuery } from './queries.ts'

/** Reads the desktops only where their tab is open, which is the one without a name. */
export const loader =
  (client: QueryClient) =>
  ({ params, request }: LoaderFunctionArgs) => {
    const tab = new URL(request.url).searchParams.get('tab')
    if (tab !== null && tab !== 'desktops') return null
    return client.ensureQueryData(
      desktopPoolDesktopsQuery({ connectionId: params.connectionId ?? '', id: params.desktopPoolId ?? '' }),
    )
  }

/** The desktops of one pool. The route above says which. */
export default function PoolDesktops() {
  const pool = useOutletContext<DesktopPool>()
  const { data: listing } = useSuspenseQuery(desktopPoolDesktopsQuery(pool))
  useLiveTopics([topics.desktopPoolDesktops(pool)])
  return (
    <>
      <FreshnessStrip listing={listing} />
      <DesktopList
        id="desktop-pool-desktops"
        label={`Desktops of ${pool.name}`}
        desktops={listing.items}
        pools={new Map([[pool.id, pool.state]])}
        facets={desktopFacets}
        height="part"
        empty={
          <EmptyState icon={<MonitorX aria-hidden />} title="This pool has no desktops">
            OCI makes them as users ask for one, and as many as are kept on standby.
          </EmptyState>
        }
      />
    </>
  )
}
