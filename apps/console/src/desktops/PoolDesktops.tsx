import type { DesktopPool } from '@gatehouse/contract'
import { useQuery, type QueryClient } from '@tanstack/react-query'
import { MonitorX } from 'lucide-react'
import { useOutletContext, type LoaderFunctionArgs } from 'react-router'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { topics } from '../live/topics.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { DesktopList } from './DesktopList.tsx'
import { desktopFacets } from './facets.ts'
import { desktopPoolDesktopsQuery } from './queries.ts'

/**
 * Prefetches the desktops when their tab is open; as the first tab it has no name in the address. The pool's page does
 * not wait for them, and renders when the read fails.
 */
export const loader =
  (client: QueryClient) =>
  ({ params, request }: LoaderFunctionArgs) => {
    const tab = new URL(request.url).searchParams.get('tab')
    if (tab !== null && tab !== 'desktops') return null
    const pool = { connectionId: params.connectionId ?? '', id: params.desktopPoolId ?? '' }
    void client.prefetchQuery(desktopPoolDesktopsQuery(pool))
    return null
  }

/** The desktops of one pool, which the parent route provides. */
export default function PoolDesktops() {
  const pool = useOutletContext<DesktopPool>()
  const { data: listing, error, refetch, isFetching } = useQuery(desktopPoolDesktopsQuery(pool))
  useLiveTopics([topics.desktopPoolDesktops(pool)])
  if (error && !listing) return <ErrorState error={error} onRetry={() => void refetch()} busy={isFetching} />
  return (
    <>
      {listing && <FreshnessStrip listing={listing} />}
      <DesktopList
        id="desktop-pool-desktops"
        label={`Desktops of ${pool.name}`}
        desktops={listing?.items}
        pools={new Map([[pool.id, pool.state]])}
        facets={desktopFacets}
        height="part"
        empty={
          <EmptyState icon={<MonitorX aria-hidden />} title="No desktops in this pool">
            OCI creates desktops as users request them and to fill the standby size.
          </EmptyState>
        }
      />
    </>
  )
}
