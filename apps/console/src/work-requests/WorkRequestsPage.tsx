import type { WorkRequest } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import type { LoaderFunctionArgs } from 'react-router'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { usePlaces } from '../frame/use-places.ts'
import { countOf, facetsOf } from '../lists/facets.ts'
import { KeptMark } from '../lists/KeptMark.tsx'
import { ListFilters } from '../lists/ListFilters.tsx'
import { ListTable } from '../lists/ListTable.tsx'
import { loadList, onArrival } from '../lists/load.ts'
import { NothingFound } from '../lists/NothingFound.tsx'
import { useList, useUnfilteredCounts } from '../lists/use-list.ts'
import { countWords } from '../lists/words.ts'
import { paths } from '../paths.ts'
import { inFlight, operationName, serviceNames, workRequestState } from '../states/work-request-state.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Progress } from '../ui/Meter.tsx'
import { FillPage } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import type { Column } from '../ui/table/column.ts'
import { Time } from '../ui/Time.tsx'
import { duration } from '../ui/times.ts'
import { workRequestFacets, workRequestList } from './list.ts'
import { WorkRequestStateBadge } from './WorkRequestStateBadge.tsx'
import { WorkSubject } from './WorkSubject.tsx'

export const loader =
  (client: QueryClient) =>
  ({ request }: LoaderFunctionArgs) =>
    loadList(client, workRequestList, request.url)

export { onArrival as shouldRevalidate }

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
  },
  {
    id: 'state',
    head: 'State',
    width: 140,
    cell: (row) => (
      <span className="flex items-center gap-1.5">
        <WorkRequestStateBadge workRequest={row} />
        <KeptMark forgottenAt={row.forgottenAt} />
      </span>
    ),
  },
  {
    id: 'progress',
    head: 'Progress',
    width: 130,
    cell: (row) => <ProgressCell workRequest={row} />,
  },
  { id: 'subject', head: 'Target', minWidth: 150, cell: (row) => <WorkSubject workRequest={row} /> },
  {
    id: 'service',
    head: 'Service',
    width: 180,
    cell: (row) => serviceNames[row.service],
    hidden: true,
  },
  {
    id: 'compartment',
    head: 'Compartment',
    width: 165,
    cell: (row) => <span data-tip={row.compartment?.path}>{row.compartment?.name ?? '–'}</span>,
  },
  {
    id: 'accepted',
    head: 'Accepted',
    width: 105,
    cell: (row) => <Time at={row.acceptedAt} show="relative" />,
  },
  { id: 'took', head: 'Duration', width: 104, align: 'end', cell: tookInWords },
]

const noun = ['work request', 'work requests'] as const

/** The work requests of both services, newest first. */
export default function WorkRequestsPage() {
  const list = useList(workRequestList)
  const { placeFacets } = usePlaces()
  const counts = useUnfilteredCounts('work-requests', list.query)
  const running = countOf(counts, 'progress', ['running', 'needs-attention'])
  return (
    <FillPage>
      <PageHead
        title="Work requests"
        line={`Asynchronous operations of Secure Desktops and Delegate Access Control, ${running.toLocaleString('en')} in progress.`}
      />
      <FreshnessStrip freshness={list.rows.freshness} />
      <ListFilters
        list={list}
        label="Search work requests"
        facets={facetsOf(list.counts, list.filters, [...workRequestFacets, ...placeFacets])}
      />
      <ListTable
        id="work-requests"
        label="Work requests"
        of={workRequestList}
        list={list}
        columns={columns}
        rowLink={paths.workRequest}
        note={countWords(list.rows.total, list.all, noun)}
        narrow={narrowRow}
        empty={
          list.isFiltered ? (
            <EmptyState
              icon={<ListChecks aria-hidden />}
              title="No matching work requests"
              action={<Button onClick={list.clear}>Clear filters</Button>}
            />
          ) : (
            <NothingFound icon={<ListChecks aria-hidden />} title="No work requests" freshness={list.rows.freshness}>
              OCI drops work requests after a while; Gatehouse keeps them and their logs.
            </NothingFound>
          )
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
      <span className="flex items-center gap-1.5">
        <KeptMark forgottenAt={workRequest.forgottenAt} />
        <WorkRequestStateBadge workRequest={workRequest} />
      </span>
    </span>
    <span className="block text-sm text-text-soft">
      {serviceNames[workRequest.service]} · <WorkSubject workRequest={workRequest} /> ·{' '}
      <Time at={workRequest.acceptedAt} show="relative" />
    </span>
    {inFlight(workRequest) && <ProgressCell workRequest={workRequest} />}
  </span>
)
