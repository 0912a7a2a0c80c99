import type { AccessRequestSummary } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { useSuspenseQuery } from '@tanstack/react-query'
import { accessRequestsQuery } from '../api/listings.ts'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { scopeName } from '../frame/scope.ts'
import { usePlaces } from '../frame/use-places.ts'
import { topics } from '../live/topics.ts'
import { useLiveTopics, useTopicState } from '../live/use-live.ts'
import { paths } from '../paths.ts'
import { Count } from '../ui/Badge.tsx'
import { applyFacets } from '../ui/facets.ts'
import { FilterChips } from '../ui/FilterChips.tsx'
import { useNow } from '../ui/now.ts'
import { FillPage } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Table } from '../ui/table/Table.tsx'
import { Tabs, useTab } from '../ui/Tabs.tsx'
import { useListState } from '../ui/use-list-state.ts'
import { AccessAlarms } from './AccessAlarms.tsx'
import { AccessRequestRow } from './AccessRequestRow.tsx'
import { columns } from './columns.tsx'
import { EmptyInbox } from './EmptyInbox.tsx'
import { countIn, everywhere, facetIds, facetsOf, found, lookedAt, viewNamed, views } from './inbox.ts'
import { useKeysIntoList } from './use-keys-into-list.ts'

export const loader = (client: QueryClient) => () => client.ensureQueryData(accessRequestsQuery)

const narrow = (request: AccessRequestSummary) => <AccessRequestRow request={request} />
const rowId = ({ id }: AccessRequestSummary) => id

export default function AccessRequestsPage() {
  const { data: listing } = useSuspenseQuery(accessRequestsQuery)
  useLiveTopics([topics.accessRequests])
  const topicState = useTopicState(topics.accessRequests)
  const { inScope, connectionName, scope, connections } = usePlaces()
  const now = useNow()
  const list = useListState(facetIds)
  const view = viewNamed(useTab(views))
  useKeysIntoList()

  const items = listing.items.filter(inScope)
  const matching = found(items, view, list.search)
  const { rows, facets } = applyFacets(matching, facetsOf(connectionName), list.filters)

  const readAt = latest(listing.readAt, topicState?.readAt ?? null)
  const where = scope.kind === 'all' ? everywhere(listing.sources) : scopeName(scope, connections)
  const isFiltered = list.search !== '' || Object.values(list.filters).some((values) => values.length > 0)
  const all = countIn(items, view)
  const noun = view.id === 'decide' ? 'waiting' : 'shown'
  const what = isFiltered ? `${rows.length} of ${all} shown` : `${all.toLocaleString('en')} ${noun}`
  const looked = lookedAt(what, where, listing.unread.length, readAt, now)
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
      <FreshnessStrip listing={{ readAt, unread: listing.unread }} />
      <AccessAlarms items={items} shown={view.id === 'alarm'} />
      <Tabs
        label="Access request views"
        tabs={views.map((each) => ({
          id: each.id,
          label: each.label,
          note: <Count value={countIn(items, each)} tone={tones[each.id] ?? 'plain'} label="access requests" />,
        }))}
      />
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label="Search access requests" value={list.search} onChange={list.setSearch} />
        {/* one line of filters on a phone, so that the list starts above the fold */}
        <div className="min-w-0 max-sm:w-full max-sm:overflow-x-auto max-sm:[&>*]:w-max max-sm:[&>*]:flex-nowrap">
          <FilterChips facets={facets} filters={list.filters} onChange={list.setFilter} onClear={list.clear} />
        </div>
      </div>
      <Table
        id="access-requests"
        label="Access requests"
        rows={rows}
        columns={columns}
        rowId={rowId}
        rowLink={paths.accessRequest}
        sort={list.sort}
        onSort={list.setSort}
        note={
          <span className="block max-w-[calc(100vw-8rem)]">
            {looked}. {list.sort === null && rows.length > 1 && 'Most urgent first.'}
          </span>
        }
        empty={<EmptyInbox view={view} isFiltered={isFiltered} hidden={all} looked={looked} onClear={list.clear} />}
        narrow={narrow}
      />
    </FillPage>
  )
}

const tones = { decide: 'warn', alarm: 'bad' } as Record<string, 'warn' | 'bad' | undefined>

/** RFC 3339 in UTC compares as text. */
const latest = (a: string, b: string | null) => (b !== null && b > a ? b : a)
