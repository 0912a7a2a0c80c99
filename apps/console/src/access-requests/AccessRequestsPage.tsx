import type { AccessRequestSummary, Freshness } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { scopeName } from '../frame/scope.ts'
import { usePlaces } from '../frame/use-places.ts'
import { facetsOf } from '../lists/facets.ts'
import { ListFilters } from '../lists/ListFilters.tsx'
import { ListTable } from '../lists/ListTable.tsx'
import { loadList, onArrival } from '../lists/load.ts'
import { useList, useUnfilteredCounts } from '../lists/use-list.ts'
import { placesInWords, soonInWords } from '../lists/words.ts'
import { paths } from '../paths.ts'
import { Count } from '../ui/Badge.tsx'
import { useNow } from '../ui/now.ts'
import { FillPage } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Tabs, useTab } from '../ui/Tabs.tsx'
import { AccessAlarms } from './AccessAlarms.tsx'
import { AccessRequestRow } from './AccessRequestRow.tsx'
import { columns } from './columns.tsx'
import { EmptyInbox } from './EmptyInbox.tsx'
import { countIn, lookedAt, viewNamed, views, type View } from './inbox.ts'
import { accessRequestFacets, accessRequestList } from './list.ts'
import { useKeysIntoList } from './use-keys-into-list.ts'

const inView = ({ phases }: View) => ({ filters: { phase: phases } })

export const loader =
  (client: QueryClient) =>
  ({ request }: LoaderFunctionArgs) => {
    const view = viewNamed(new URL(request.url).searchParams.get('tab') ?? '')
    return loadList(client, accessRequestList, request.url, inView(view))
  }

export { onArrival as shouldRevalidate }

const narrow = (request: AccessRequestSummary) => <AccessRequestRow request={request} />

export default function AccessRequestsPage() {
  const view = viewNamed(useTab(views))
  const list = useList(accessRequestList, inView(view))
  const counts = useUnfilteredCounts('access-requests', list.query)
  const { placeFacets } = usePlaces()
  const looked = useLooked(list, view)
  const all = countIn(counts, view)
  useKeysIntoList()

  return (
    <FillPage>
      <PageHead
        title="Access requests"
        line={
          <span className="max-sm:hidden">
            Oracle and service-provider operators requesting access to your systems.
          </span>
        }
      />
      <FreshnessStrip freshness={list.rows.freshness} />
      <AccessAlarms counts={counts} shown={view.id === 'alarm'} />
      <Tabs
        label="Access request views"
        tabs={views.map((each) => ({
          id: each.id,
          label: each.label,
          note: <Count value={countIn(counts, each)} tone={tones[each.id] ?? 'plain'} label="access requests" />,
        }))}
      />
      <ListFilters
        list={list}
        label="Search access requests"
        facets={facetsOf(list.counts, list.filters, [...accessRequestFacets, ...placeFacets])}
      />
      <ListTable
        id="access-requests"
        label="Access requests"
        of={accessRequestList}
        list={list}
        columns={columns}
        rowLink={paths.accessRequest}
        note={
          looked && (
            <span className="block max-w-[calc(100vw-8rem)]">
              {looked.words}. {list.sort.column === 'urgency' && (list.rows.total ?? 0) > 1 && 'Most urgent first. '}
              {looked.soon}
            </span>
          )
        }
        empty={
          <EmptyInbox
            view={view}
            isFiltered={list.isFiltered}
            hidden={all}
            looked={looked?.words ?? ''}
            onClear={list.clear}
          />
        }
        narrow={narrow}
      />
    </FillPage>
  )
}

const tones = { decide: 'warn', alarm: 'bad' } as Record<string, 'warn' | 'bad' | undefined>

/** "3 waiting in 14 compartments, 2 regions, read 12 s ago", and how soon another one appears. */
function useLooked(list: ReturnType<typeof useList<'access-requests'>>, view: View) {
  const { scope, connections } = usePlaces()
  const now = useNow()
  const { total = 0, freshness } = list.rows
  if (!freshness) return undefined
  const where = scope.kind === 'all' ? placesInWords(freshness) : scopeName(scope, connections)
  const noun = view.id === 'decide' ? 'waiting' : 'shown'
  const count = total.toLocaleString('en')
  const what = list.isFiltered ? `${count} of ${list.all?.toLocaleString('en') ?? '…'} shown` : `${count} ${noun}`
  return { words: lookedAt(what, where, freshness, now), soon: soonWords(freshness, view) }
}

const soonWords = ({ everyMs }: Freshness, view: View) =>
  view.id === 'decide' && `New access requests appear within ${soonInWords(everyMs)}.`
