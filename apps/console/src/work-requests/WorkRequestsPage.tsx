import type { WorkRequest } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { usePlaces } from '../frame/use-places.ts'
import { workRequestsQuery } from '../api/listings.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { topics } from '../live/topics.ts'
import { paths } from '../paths.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { applyFacets, matchesSearch, type FacetDefinition } from '../ui/facets.ts'
import { FilterChips } from '../ui/FilterChips.tsx'
import { plural } from '../ui/in-words.ts'
import { Progress } from '../ui/Meter.tsx'
import { FillPage } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import type { Column } from '../ui/table/column.ts'
import { Table } from '../ui/table/Table.tsx'
import { Time } from '../ui/Time.tsx'
import { duration } from '../ui/times.ts'
import { useListState } from '../ui/use-list-state.ts'
import { inFlight, operationName, serviceNames, workRequestState } from '../states/work-request-state.ts'
import { workSubject } from '../states/work-subject.ts'
import { useNames } from './use-names.ts'
import { WorkSubject } from './WorkSubject.tsx'
import { WorkRequestStateBadge } from './WorkRequestStateBadge.tsx'

export const loader = (client: QueryClient) => () => client.ensureQueryData(workRequestsQuery)

const took = ({ startedAt, finishedAt }: WorkRequest) =>
  startedAt && finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : null

function tookInWords(workRequest: WorkRequest) {
  const ms = took(workRequest)
  return ms === null ? '–' : duration(ms)
}

const columns: Column<WorkRequest>[] = [
  {
    id: 'operation',
    head: 'Operation',
    minWidth: 200,
    cell: (row) => operationName(row.operation),
    sortBy: (row) => row.operation,
  },
  {
    id: 'state',
    head: 'State',
    width: 140,
    cell: (row) => <WorkRequestStateBadge workRequest={row} />,
    sortBy: (row) => row.state,
  },
  {
    id: 'progress',
    head: 'Progress',
    width: 130,
    cell: (row) => <ProgressCell workRequest={row} />,
    sortBy: (row) => row.percentComplete,
  },
  { id: 'subject', head: 'Target', minWidth: 150, cell: (row) => <WorkSubject workRequest={row} /> },
  {
    id: 'service',
    head: 'Service',
    width: 180,
    cell: (row) => serviceNames[row.service],
    sortBy: (row) => row.service,
    hidden: true,
  },
  {
    id: 'compartment',
    head: 'Compartment',
    width: 165,
    cell: (row) => <span data-tip={row.compartment?.path}>{row.compartment?.name ?? '–'}</span>,
    sortBy: (row) => row.compartment?.path ?? '',
  },
  {
    id: 'accepted',
    head: 'Accepted',
    width: 105,
    cell: (row) => <Time at={row.acceptedAt} show="relative" />,
    sortBy: (row) => row.acceptedAt,
  },
  { id: 'took', head: 'Duration', width: 90, align: 'end', cell: tookInWords, sortBy: took },
]

const facets: FacetDefinition<WorkRequest>[] = [
  { id: 'state', label: 'State', values: (row) => [row.state], name: (state) => workRequestState(state).word },
  {
    id: 'service',
    label: 'Service',
    values: (row) => [row.service],
    name: (service) => serviceNames[service] ?? service,
  },
  { id: 'operation', label: 'Operation', values: (row) => [row.operation], name: operationName },
  { id: 'compartment', label: 'Compartment', values: (row) => [row.compartment?.path ?? 'Unknown'] },
]
const facetIds = [...facets.map(({ id }) => id), 'connection']

/** The work requests of both services, newest first. */
export default function WorkRequestsPage() {
  const { data: listing } = useSuspenseQuery(workRequestsQuery)
  const names = useNames()
  useLiveTopics([topics.workRequests])
  const { inScope, connectionName } = usePlaces()
  const list = useListState(facetIds, { column: 'accepted', descending: true })

  const scoped = listing.items.filter(inScope)
  const found = scoped.filter((row) =>
    matchesSearch(list.search, [
      operationName(row.operation),
      workSubject(row, names),
      row.id,
      ...row.resources.flatMap(({ id, type }) => [id, type]),
    ]),
  )
  const connection = {
    id: 'connection',
    label: 'Connection',
    values: (row: WorkRequest) => [row.connectionId],
    name: connectionName,
  }
  const shown = applyFacets(found, [...facets, connection], list.filters)
  const running = scoped.filter(inFlight).length

  return (
    <FillPage>
      <PageHead
        title="Work requests"
        line={`Asynchronous operations of Secure Desktops and Delegate Access Control, ${running.toLocaleString('en')} in progress.`}
      />
      <FreshnessStrip listing={listing} />
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label="Search work requests" value={list.search} onChange={list.setSearch} />
        <FilterChips facets={shown.facets} filters={list.filters} onChange={list.setFilter} onClear={list.clear} />
      </div>
      <Table
        id="work-requests"
        label="Work requests"
        rows={shown.rows}
        columns={columns}
        rowId={(row) => row.id}
        rowLink={paths.workRequest}
        sort={list.sort}
        onSort={list.setSort}
        note={
          shown.rows.length === scoped.length
            ? plural(scoped.length, 'work request')
            : `${shown.rows.length} of ${plural(scoped.length, 'work request')}`
        }
        narrow={narrowRow}
        empty={
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title={scoped.length === 0 ? 'No work requests' : 'No matching work requests'}
          >
            {scoped.length === 0 ? (
              <>
                Searched {plural(listing.sources.compartments, 'compartment')} in{' '}
                {plural(listing.sources.regions, 'region')}, <Time at={listing.readAt} show="relative" />. OCI drops
                work requests after a while; Gatehouse keeps their logs.
              </>
            ) : (
              'Clear a filter or change the search.'
            )}
          </EmptyState>
        }
      />
    </FillPage>
  )
}

function ProgressCell({ workRequest }: { workRequest: WorkRequest }) {
  const running = inFlight(workRequest)
  return (
    <span className="flex items-center gap-2">
      <Progress
        label={`Progress of ${operationName(workRequest.operation)}`}
        percent={workRequest.percentComplete}
        tone={running ? 'busy' : workRequestState(workRequest.state).tone}
      />
      <span className="w-10 shrink-0 text-end text-sm text-text-soft tabular-nums">
        {Math.round(workRequest.percentComplete)}%
      </span>
    </span>
  )
}

const narrowRow = (workRequest: WorkRequest) => (
  <span className="block space-y-1.5">
    <span className="flex items-start justify-between gap-2">
      <span className="font-medium">{operationName(workRequest.operation)}</span>
      <WorkRequestStateBadge workRequest={workRequest} />
    </span>
    <span className="block text-sm text-text-soft">
      {serviceNames[workRequest.service]} · <WorkSubject workRequest={workRequest} /> ·{' '}
      <Time at={workRequest.acceptedAt} show="relative" />
    </span>
    {inFlight(workRequest) && <ProgressCell workRequest={workRequest} />}
  </span>
)
