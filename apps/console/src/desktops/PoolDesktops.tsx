import type { DesktopPool } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { MonitorX } from 'lucide-react'
import { useOutletContext, type LoaderFunctionArgs } from 'react-router'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { loadList } from '../lists/load.ts'
import { useList } from '../lists/use-list.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { DesktopList } from './DesktopList.tsx'
import { desktopFacets, poolDesktopList } from './list.ts'

const ofPool = (poolId: string) => ({ scope: '', filters: { pool: [poolId] } })

/**
 * Prefetches the desktops when their tab is open; as the first tab it has no name in the address. The pool's page does
 * not wait for them, and renders when the read fails.
 */
export const loader =
  (client: QueryClient) =>
  ({ params, request }: LoaderFunctionArgs) => {
    const tab = new URL(request.url).searchParams.get('tab')
    if (tab !== null && tab !== 'desktops') return null
    loadList(client, poolDesktopList, request.url, ofPool(params.desktopPoolId ?? '')).catch(() => {})
    return null
  }

/** The desktops of one pool, which the parent route provides. */
export default function PoolDesktops() {
  const pool = useOutletContext<DesktopPool>()
  const list = useList(poolDesktopList, ofPool(pool.id))
  return (
    <>
      <FreshnessStrip freshness={list.rows.freshness} />
      <DesktopList
        id="desktop-pool-desktops"
        label={`Desktops of ${pool.name}`}
        of={poolDesktopList}
        list={list}
        facets={desktopFacets}
        hasPools={false}
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
