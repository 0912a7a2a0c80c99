import type { QueryClient } from '@tanstack/react-query'
import { Monitor } from 'lucide-react'
import type { LoaderFunctionArgs } from 'react-router'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { usePlaces } from '../frame/use-places.ts'
import { countOf } from '../lists/facets.ts'
import { loadList, onArrival } from '../lists/load.ts'
import { NothingFound } from '../lists/NothingFound.tsx'
import { useList, useUnfilteredCounts } from '../lists/use-list.ts'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { plural } from '../ui/in-words.ts'
import { FillPage } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { DesktopList } from './DesktopList.tsx'
import { desktopFacets, desktopList } from './list.ts'

export const loader =
  (client: QueryClient) =>
  ({ request }: LoaderFunctionArgs) =>
    loadList(client, desktopList, request.url)

export { onArrival as shouldRevalidate }

/** Every desktop of every pool. */
export default function DesktopsPage() {
  const list = useList(desktopList)
  const { placeFacets } = usePlaces()
  useLiveLedger()
  return (
    <FillPage>
      <PageHead title="Desktops" line={<Summary list={list} />} />
      <FreshnessStrip freshness={list.rows.freshness} />
      <DesktopList
        id="desktops"
        label="Desktops"
        of={desktopList}
        list={list}
        facets={[{ id: 'pool', label: 'Pool' }, ...desktopFacets, ...placeFacets]}
        hasPools
        height="fill"
        empty={<NothingFound icon={<Monitor aria-hidden />} title="No desktops" freshness={list.rows.freshness} />}
      />
    </FillPage>
  )
}

/** "1,204 desktops: 900 running, 512 connected." */
function Summary({ list: { query } }: { list: { query: Parameters<typeof useUnfilteredCounts>[1] } }) {
  const counts = useUnfilteredCounts('desktops', query)
  if (!counts) return null
  const running = countOf(counts, 'state', ['ACTIVE']).toLocaleString('en')
  const connected = countOf(counts, 'session', ['connected']).toLocaleString('en')
  return `${plural(counts.all, 'desktop')}: ${running} running, ${connected} connected.`
}
