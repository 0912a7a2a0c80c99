import type { Desktop, DesktopPoolSummary } from '@gatehouse/contract'
import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Monitor } from 'lucide-react'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { usePlaces } from '../frame/use-places.ts'
import { topics } from '../live/topics.ts'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { plural } from '../ui/in-words.ts'
import { FillPage } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { shortenOcid } from '../ui/shorten-ocid.ts'
import { DesktopList } from './DesktopList.tsx'
import { desktopFacets } from './facets.ts'
import { desktopPoolsQuery, desktopsQuery } from './queries.ts'

export const loader = (client: QueryClient) => () => {
  void client.prefetchQuery(desktopPoolsQuery) // for names: desktops are shown without them too
  return client.ensureQueryData(desktopsQuery)
}

const noPools: DesktopPoolSummary[] = []

/** Every desktop of every pool. */
export default function DesktopsPage() {
  const { data: listing } = useSuspenseQuery(desktopsQuery)
  const { data: pools } = useQuery(desktopPoolsQuery)
  useLiveTopics([topics.desktops, topics.desktopPools])
  useLiveLedger()
  const { inScope, connectionName } = usePlaces()

  const poolsById = new Map((pools?.items ?? noPools).map((pool) => [pool.id, pool]))
  const poolName = (id: string) => poolsById.get(id)?.name ?? shortenOcid(id)
  // a desktop lies in its pool's compartment
  const desktops = listing.items.filter(({ connectionId, poolId }) =>
    inScope({ connectionId, compartment: poolsById.get(poolId)?.compartment ?? null }),
  )
  return (
    <FillPage>
      <PageHead title="Desktops" line={summary(desktops)} />
      <FreshnessStrip listing={listing} />
      <DesktopList
        id="desktops"
        label="Desktops"
        desktops={desktops}
        pools={new Map([...poolsById].map(([id, { state }]) => [id, state]))}
        poolName={({ poolId }) => poolName(poolId)}
        facets={[
          { id: 'pool', label: 'Pool', values: ({ poolId }) => [poolId], name: poolName },
          ...desktopFacets,
          { id: 'connection', label: 'Connection', values: ({ connectionId }) => [connectionId], name: connectionName },
        ]}
        height="fill"
        empty={
          <EmptyState icon={<Monitor aria-hidden />} title="No desktops">
            Searched {plural(listing.sources.compartments, 'compartment')} in{' '}
            {plural(listing.sources.regions, 'region')}.
          </EmptyState>
        }
      />
    </FillPage>
  )
}

function summary(desktops: readonly Desktop[]) {
  const connected = desktops.filter(({ isConnected }) => isConnected).length
  const running = desktops.filter(({ state }) => state === 'ACTIVE').length
  return `${plural(desktops.length, 'desktop')}: ${running.toLocaleString('en')} running, ${connected.toLocaleString('en')} connected.`
}
