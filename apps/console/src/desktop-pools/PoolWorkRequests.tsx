import type { DesktopPool, WorkRequest } from '@gatehouse/contract'
import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { topics } from '../live/topics.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { paths } from '../paths.ts'
import { inFlight, operationName, workRequestState } from '../states/work-request-state.ts'
import { Badge } from '../ui/Badge.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { plural } from '../ui/in-words.ts'
import { Progress } from '../ui/Meter.tsx'
import type { Column } from '../ui/table/column.ts'
import { Table } from '../ui/table/Table.tsx'
import { Time } from '../ui/Time.tsx'
import { workRequestsQuery } from './queries.ts'

const columns: Column<WorkRequest>[] = [
  { id: 'operation', head: 'Operation', minWidth: 200, cell: ({ operation }) => operationName(operation) },
  { id: 'state', head: 'State', width: 160, cell: (row) => <State workRequest={row} /> },
  { id: 'progress', head: 'Progress', width: 200, cell: (row) => <HowFar workRequest={row} /> },
  { id: 'accepted', head: 'Accepted', width: 200, cell: ({ acceptedAt }) => <Time at={acceptedAt} /> },
  {
    id: 'finished',
    head: 'Finished',
    width: 200,
    cell: ({ finishedAt }) => <Time at={finishedAt} absent="Not finished yet" />,
  },
]
const card = (row: WorkRequest) => <Card workRequest={row} />
const workRequestId = ({ id }: WorkRequest) => id

/** The work requests of a pool, newest first. */
export function PoolWorkRequests({ pool }: { pool: DesktopPool }) {
  const { data: listing, error, refetch, isFetching } = useQuery(workRequestsQuery)
  useLiveTopics([topics.workRequests])
  if (error && !listing) return <ErrorState error={error} onRetry={() => void refetch()} busy={isFetching} />
  const rows = listing?.items
    .filter(
      ({ connectionId, resources }) => connectionId === pool.connectionId && resources.some(({ id }) => id === pool.id),
    )
    .sort((a, b) => (b.acceptedAt ?? '').localeCompare(a.acceptedAt ?? ''))
  return (
    <Table
      id="desktop-pool-work-requests"
      label={`Work requests of ${pool.name}`}
      height="part"
      rows={rows}
      columns={columns}
      rowId={workRequestId}
      rowLink={paths.workRequest}
      note={rows && plural(rows.length, 'work request')}
      narrow={card}
      empty={
        <EmptyState icon={<ListChecks aria-hidden />} title="No work requests">
          OCI reports none for this pool. OCI drops them after a while; Gatehouse keeps those it has seen.
        </EmptyState>
      }
    />
  )
}

function State({ workRequest }: { workRequest: WorkRequest }) {
  const { word, tone } = workRequestState(workRequest.state)
  return <Badge tone={tone}>{word}</Badge>
}

const HowFar = ({ workRequest }: { workRequest: WorkRequest }) => (
  <span className="flex items-center gap-2">
    <Progress
      label={`Progress of ${operationName(workRequest.operation)}`}
      percent={workRequest.percentComplete}
      tone={inFlight(workRequest) ? 'busy' : workRequestState(workRequest.state).tone}
    />
    <span className="w-10 shrink-0 text-end text-sm text-text-soft tabular-nums">
      {Math.round(workRequest.percentComplete)}%
    </span>
  </span>
)

const Card = ({ workRequest }: { workRequest: WorkRequest }) => (
  <span className="block space-y-1.5">
    <span className="flex items-center justify-between gap-2">
      <span className="font-medium">{operationName(workRequest.operation)}</span>
      <State workRequest={workRequest} />
    </span>
    <span className="block text-sm text-text-soft">
      Accepted <Time at={workRequest.acceptedAt} show="relative" />
    </span>
    {inFlight(workRequest) && <HowFar workRequest={workRequest} />}
  </span>
)
