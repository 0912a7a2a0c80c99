import type { WorkRequest } from '@gatehouse/contract'
import { Link } from 'react-router'
import { usePlaces } from '../frame/use-places.ts'
import { paths } from '../paths.ts'
import { inFlight, operationName, workRequestState } from '../states/work-request-state.ts'
import { Badge } from '../ui/Badge.tsx'
import { Progress } from '../ui/Meter.tsx'
import { Time } from '../ui/Time.tsx'
import { Nothing, Panel } from './Panel.tsx'
import type { Scoped } from './use-scoped.ts'
import { workSubject } from '../states/work-subject.ts'

const shown = 6

interface InFlightProps {
  scoped: Scoped<WorkRequest>
  /** The things that work requests may concern, by name. */
  names: readonly { id: string; name: string }[]
}

/** Work requests in progress: those that need attention first, then the latest. */
export function InFlight({ scoped, names }: InFlightProps) {
  const running = scoped.listing?.items.filter(inFlight).toSorted(byAttention)
  return (
    <Panel
      {...scoped}
      title="In progress"
      note={running && running.length > shown ? `${shown} of ${running.length}` : undefined}
      all={{ path: paths.workRequests, label: 'All work requests' }}
      of={scoped.listing}
    >
      {(listing) =>
        !running || running.length === 0 ? (
          <Nothing title="Nothing in progress" {...{ scoped, listing }} />
        ) : (
          <ul className="-mx-4 divide-y">
            {running.slice(0, shown).map((workRequest) => (
              <WorkRow key={workRequest.id} {...{ workRequest, names }} />
            ))}
          </ul>
        )
      }
    </Panel>
  )
}

function WorkRow({ workRequest, names }: { workRequest: WorkRequest } & Pick<InFlightProps, 'names'>) {
  const { operation, state, percentComplete, connectionId, acceptedAt } = workRequest
  const { word, tone } = workRequestState(state)
  const { connectionName } = usePlaces()
  const subject = workSubject(workRequest, names)
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

function byAttention(a: WorkRequest, b: WorkRequest): number {
  const needs = ({ state }: WorkRequest) => (state === 'NEEDS_ATTENTION' ? 0 : 1)
  return needs(a) - needs(b) || (b.acceptedAt ?? '').localeCompare(a.acceptedAt ?? '')
}
