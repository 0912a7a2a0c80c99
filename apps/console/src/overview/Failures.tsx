import { ChevronRight, CircleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { usePlaces } from '../frame/use-places.ts'
import { paths } from '../paths.ts'
import { operationName } from '../states/work-request-state.ts'
import { useNow } from '../ui/now.ts'
import { Time } from '../ui/Time.tsx'
import { Nothing, Panel } from './Panel.tsx'
import { usePanel } from './use-panel.ts'
import { workSubject } from '../states/work-subject.ts'

const shown = 6
const dayMs = 24 * 3_600_000
const latestFailed = {
  filters: { progress: ['failed'] },
  sort: { column: 'finished', descending: true },
  limit: shown,
}

/** Work requests that failed within a day, the latest first. Each links to its log. */
export function Failures({ failedSinceDay }: { failedSinceDay: number | undefined }) {
  const now = useNow()
  const panel = usePanel('work-requests', latestFailed)
  // a time in the future counts too: OCI's clock may be ahead
  const failed = panel.data?.rows.filter(({ finishedAt }) => Date.parse(finishedAt ?? '') > now - dayMs) ?? []
  const { connectionName } = usePlaces()
  return (
    <Panel
      {...panel}
      title="Recent failures"
      note={failedSinceDay && failedSinceDay > shown ? `${shown} of ${failedSinceDay}` : undefined}
      all={{ path: paths.workRequests, search: 'state=FAILED', label: 'All failed work requests' }}
    >
      {({ freshness }) =>
        failed.length === 0 ? (
          <Nothing title="No failures in 24 h" freshness={freshness} />
        ) : (
          <ul className="-mx-4 divide-y">
            {failed.map((workRequest) => (
              <li key={workRequest.id} className="relative flex items-center gap-3 px-4 py-2.5 hover:bg-hover">
                <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />
                <div className="min-w-0 flex-1">
                  <Link
                    to={paths.workRequest(workRequest)}
                    className="line-clamp-2 font-medium wrap-anywhere after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
                  >
                    {operationName(workRequest.operation)}{' '}
                    <span className="font-normal text-text-soft">{workSubject(workRequest)}</span>
                  </Link>
                  <p className="truncate text-sm text-text-soft">
                    {connectionName(workRequest.connectionId)} · failed{' '}
                    <Time at={workRequest.finishedAt} show="relative" />
                  </p>
                </div>
                <ChevronRight aria-hidden className="size-4 shrink-0 text-text-faint" />
              </li>
            ))}
          </ul>
        )
      }
    </Panel>
  )
}
