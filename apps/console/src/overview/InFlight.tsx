import type { WorkRequest } from '@gatehouse/contract'
import { Link } from 'react-router'
import { usePlaces } from '../frame/use-places.ts'
import { paths } from '../paths.ts'
import { operationName, workRequestState } from '../states/work-request-state.ts'
import { Badge } from '../ui/Badge.tsx'
import { Progress } from '../ui/Meter.tsx'
import { Time } from '../ui/Time.tsx'
import { Nothing, Panel } from './Panel.tsx'
import { usePanel } from './use-panel.ts'
import { workSubject } from '../states/work-subject.ts'

const shown = 6
const latest = { column: 'accepted', descending: true }
const withAttention = { filters: { progress: ['needs-attention'] }, sort: latest, limit: shown }
const inProgress = { filters: { progress: ['running', 'needs-attention'] }, sort: latest, limit: shown }

/** Work requests in progress: those that need attention first, then the latest. */
export function InFlight({ running }: { running: number | undefined }) {
  const needing = usePanel('work-requests', withAttention).data?.rows ?? []
  const panel = usePanel('work-requests', inProgress)
  const byId = new Map([...needing, ...(panel.data?.rows ?? [])].map((workRequest) => [workRequest.id, workRequest]))
  return (
    <Panel
      {...panel}
      title="In progress"
      note={running && running > shown ? `${shown} of ${running}` : undefined}
      all={{ path: paths.workRequests, label: 'All work requests' }}
    >
      {({ freshness }) =>
        byId.size === 0 ? (
          <Nothing title="Nothing in progress" freshness={freshness} />
        ) : (
          <ul className="-mx-4 divide-y">
            {[...byId.values()].slice(0, shown).map((workRequest) => (
              <WorkRow key={workRequest.id} workRequest={workRequest} />
            ))}
          </ul>
        )
      }
    </Panel>
  )
}

function WorkRow({ workRequest }: { workRequest: WorkRequest }) {
  const { operation, state, percentComplete, connectionId, acceptedAt } = workRequest
  const { word, tone } = workRequestState(state)
  const { connectionName } = usePlaces()
  const subject = workSubject(workRequest)
  return (
    <li className="relative space-y-1 px-4 py-2.5 hover:bg-hover">
      <div className="flex items-center justify-between gap-3">
        <Link
          to={paths.workRequest(workRequest)}
          className="line-clamp-2 font-medium wrap-anywhere after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {operationName(operation)} <span className="font-normal text-text-soft">{subject}</span>
        </Link>
        <Badge tone={tone}>{word}</Badge>
      </div>
      <div className="flex items-center gap-3">
        <Progress
          label={`Progress of ${operationName(operation).toLowerCase()}, ${subject}`}
          percent={percentComplete}
          tone={tone}
        />
        <span className="w-10 shrink-0 text-end text-sm font-medium tabular-nums">{Math.round(percentComplete)}%</span>
      </div>
      <p className="truncate text-sm text-text-soft">
        {connectionName(connectionId)} · accepted <Time at={acceptedAt} show="relative" />
      </p>
    </li>
  )
}
