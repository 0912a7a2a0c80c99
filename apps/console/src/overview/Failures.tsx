import type { WorkRequest } from '@gatehouse/contract'
import { ChevronRight, CircleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { usePlaces } from '../frame/use-places.ts'
import { paths } from '../paths.ts'
import { operationName } from '../states/work-request-state.ts'
import { useNow } from '../ui/now.ts'
import { Time } from '../ui/Time.tsx'
import { Nothing, Panel } from './Panel.tsx'
import { failedSince } from './tallies.ts'
import type { Scoped } from './use-scoped.ts'
import { workSubject } from '../states/work-subject.ts'

const shown = 6

interface FailuresProps {
  scoped: Scoped<WorkRequest>
  /** The things that work requests may concern, by name. */
  names: readonly { id: string; name: string }[]
}

/** Work requests that failed within a day, the latest first. Each links to its log. */
export function Failures({ scoped, names }: FailuresProps) {
  const now = useNow()
  const failed = scoped.listing && failedSince(scoped.listing.items, now)
  const { connectionName } = usePlaces()
  return (
    <Panel
      {...scoped}
      title="Recent failures"
      note={failed && failed.length > shown ? `${shown} of ${failed.length}` : undefined}
      all={{ path: paths.workRequests, search: 'state=FAILED', label: 'All failed work requests' }}
      of={scoped.listing}
    >
      {(listing) =>
        !failed || failed.length === 0 ? (
          <Nothing title="No failures in 24 h" {...{ scoped, listing }} />
        ) : (
          <ul className="-mx-4 divide-y">
            {failed.slice(0, shown).map((workRequest) => (
              <li key={workRequest.id} className="relative flex items-center gap-3 px-4 py-2.5 hover:bg-hover">
                <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />
                <div className="min-w-0 flex-1">
                  <Link
                    to={paths.workRequest(workRequest)}
                    className="line-clamp-2 font-medium wrap-anywhere after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
                  >
                    {operationName(workRequest.operation)}{' '}
                    <span className="font-normal text-text-soft">{workSubject(workRequest, names)}</span>
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
