import type { AccessRequestSummary } from '@gatehouse/contract'
import { Link } from 'react-router'
import { useUser } from '../api/session.ts'
import { usePlaces } from '../frame/use-places.ts'
import { paths } from '../paths.ts'
import { stateInWords } from '../states/access-request-state.ts'
import { severityRank, since } from '../states/access-request-urgency.ts'
import { Badge } from '../ui/Badge.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNow } from '../ui/now.ts'
import { shortenOcid } from '../ui/shorten-ocid.ts'
import { Time } from '../ui/Time.tsx'
import { TimeLeft } from '../ui/TimeLeft.tsx'
import { duration } from '../ui/times.ts'
import type { Tone } from '../ui/tones.ts'
import { Nothing, Panel } from './Panel.tsx'
import { usePanel } from './use-panel.ts'
import { usePathWithin } from './use-path-within.ts'

const shown = 5
const byUrgency = { column: 'urgency', descending: false }
const waiting = { filters: { phase: ['waiting', 'extension-waiting'] }, sort: byUrgency, limit: shown }
const failedToClose = { filters: { phase: ['may-be-open'] }, sort: byUrgency, limit: 1 }

/**
 * The access requests that wait for a decision, most urgent first. An alarm for access that failed to close is above
 * them.
 */
export function NeedsYou({ mayBeOpen }: { mayBeOpen: number }) {
  const panel = usePanel('access-requests', waiting)
  const total = panel.data?.total ?? 0
  return (
    <Panel
      {...panel}
      title="Needs you"
      note={total > shown ? `${shown} of ${total}` : undefined}
      all={{ path: paths.accessRequests, label: 'All access requests' }}
    >
      {({ rows, freshness }) => (
        <>
          {mayBeOpen > 0 && <StillOpen />}
          {rows.length === 0 && <Nothing title="Nothing waiting for a decision" freshness={freshness} />}
          <ul className="-mx-4 divide-y">
            {rows.map((accessRequest) => (
              <UrgentRow key={accessRequest.id} accessRequest={accessRequest} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

/** The alarm for access that failed to close. */
function StillOpen() {
  const { data } = usePanel('access-requests', failedToClose)
  const pathWithin = usePathWithin()
  const [first] = data?.rows ?? []
  if (!data || !first) return null
  const isOne = data.total === 1
  const to = isOne ? paths.accessRequest(first) : pathWithin(paths.accessRequests, 'tab=alarm')
  return (
    <div className="mb-2">
      <Notice
        tone="bad"
        action={
          <Link to={to} className="link font-medium text-bad!">
            View
          </Link>
        }
      >
        <p className="font-medium">
          {isOne
            ? `${first.name} failed to close. The operator may still be able to sign in.`
            : `${data.total} access grants failed to close. Operators may still be able to sign in.`}
        </p>
      </Notice>
    </div>
  )
}

function UrgentRow({ accessRequest }: { accessRequest: AccessRequestSummary }) {
  const { name, summary, severity, state, resource, connectionId } = accessRequest
  const { word, tone, meaning } = stateInWords(state)
  const { connectionName } = usePlaces()
  const user = useUser()
  const mayDecide = user.permissions.includes('access-requests:decide')
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-hover">
      <div className="flex min-w-0 items-start gap-2">
        {severity && (
          <Badge tone={severityTone(severity)} icon={null}>
            {severity}
          </Badge>
        )}
        <Link
          to={paths.accessRequest(accessRequest)}
          className="line-clamp-2 font-medium wrap-anywhere after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {summary || name}
        </Link>
      </div>
      <Waited accessRequest={accessRequest} />
      <div className="flex min-w-0 items-center gap-x-2 gap-y-1 text-sm text-text-soft max-sm:flex-wrap">
        <span className="inline-flex shrink-0">
          <Badge tone={tone} tip={meaning}>
            {word}
          </Badge>
        </span>
        <span className="min-w-0 truncate">
          {resource.name ?? shortenOcid(resource.id)} · {connectionName(connectionId)} · {name}
        </span>
      </div>
      <span aria-hidden className="text-end text-sm font-medium text-accent">
        {mayDecide ? 'Review' : 'View'}
      </span>
    </li>
  )
}

/** How long it has waited, or the time left until its requested start. */
function Waited({ accessRequest }: { accessRequest: AccessRequestSummary }) {
  const now = useNow()
  const at = since(accessRequest)
  const { startsAt, phase } = accessRequest
  if (phase === 'waiting' && startsAt !== null && Date.parse(startsAt) > now) {
    return (
      <span className="relative z-1 justify-self-end text-sm">
        <TimeLeft until={startsAt} from={at} /> <span className="text-text-soft">until start</span>
      </span>
    )
  }
  return (
    <span className="relative z-1 justify-self-end text-sm whitespace-nowrap text-text-soft">
      {at === null ? (
        <Time at={null} />
      ) : (
        <>
          waiting <span className="font-medium text-text tabular-nums">{duration(now - Date.parse(at))}</span>
        </>
      )}
    </span>
  )
}

function severityTone(severity: string): Tone {
  const rank = severityRank(severity)
  if (rank === 1) return 'bad'
  return rank === 2 ? 'warn' : 'plain'
}
