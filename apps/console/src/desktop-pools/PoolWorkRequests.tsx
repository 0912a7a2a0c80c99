import type { DesktopPool, WorkRequest } from '@gatehouse/contract'
import { ListChecks } from 'lucide-react'
import { KeptMark } from '../lists/KeptMark.tsx'
import type { List } from '../lists/list.ts'
import { ListTable } from '../lists/ListTable.tsx'
import { useList } from '../lists/use-list.ts'
import { countWords } from '../lists/words.ts'
import { paths } from '../paths.ts'
import { inFlight, operationName, workRequestState } from '../states/work-request-state.ts'
import { Badge } from '../ui/Badge.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Progress } from '../ui/Meter.tsx'
import type { Column } from '../ui/table/column.ts'
import { Time } from '../ui/Time.tsx'

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

const noun = ['work request', 'work requests'] as const

const list: List<'work-requests'> = {
  path: 'work-requests',
  filters: [],
  sorts: ['operation', 'state', 'progress', 'accepted', 'finished'],
  sort: { column: 'accepted', descending: true },
}

/** The work requests of a pool, newest first. */
export function PoolWorkRequests({ pool }: { pool: DesktopPool }) {
  // the search in the address is that of the pool's desktops
  const fixed = { scope: '', search: '', filters: { connection: [pool.connectionId], resource: [pool.id] } }
  const shown = useList(list, fixed)
  return (
    <ListTable
      id="desktop-pool-work-requests"
      label={`Work requests of ${pool.name}`}
      height="part"
      of={list}
      list={shown}
      columns={columns}
      rowLink={paths.workRequest}
      note={countWords(shown.rows.total, shown.all, noun)}
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
  return (
    <span className="flex items-center gap-1.5">
      <Badge tone={tone}>{word}</Badge>
      <KeptMark forgottenAt={workRequest.forgottenAt} />
    </span>
  )
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
