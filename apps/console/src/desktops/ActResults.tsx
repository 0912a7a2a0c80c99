import type { Desktop } from '@gatehouse/contract'
import { Link } from 'react-router'
import type { ActsOnEach } from '../api/use-act-on-each.ts'
import { paths } from '../paths.ts'
import { plural } from '../ui/in-words.ts'
import { Result, ResultList } from '../ui/ResultList.tsx'
import { desktopName } from './desktop-state.ts'
import { DesktopStateBadge } from './DesktopStateBadge.tsx'

interface ActResultsProps {
  acts: ActsOnEach<Desktop>
  /** All that are known, as they stand now. */
  known: readonly Desktop[]
}

/** What became of each desktop: sent, confirmed or not done, and how the desktop itself stands now. */
export function ActResults({ acts: { items, outcomes, failed, pending }, known }: ActResultsProps) {
  const done = items.filter(({ id }) => outcomes.get(id)?.step === 'done').length
  return (
    <>
      <output className="block">
        {done} of {plural(items.length, 'desktop')} confirmed by OCI
        {failed.length > 0 && `, ${failed.length} not done`}
        {pending ? '.' : '. Each desktop follows its own work; this may be closed.'}
      </output>
      <ResultList label="What became of each desktop">
        {items.map((item) => {
          const outcome = outcomes.get(item.id) ?? { step: 'waiting' }
          const workRequestId = outcome.step === 'done' ? outcome.action.workRequestId : null
          return (
            <Result
              key={item.id}
              name={desktopName(item)}
              step={outcome.step}
              error={outcome.step === 'failed' ? outcome.error : undefined}
              state={<DesktopStateBadge desktop={known.find(({ id }) => id === item.id) ?? item} />}
            >
              {workRequestId && (
                <Link
                  to={paths.workRequest({ connectionId: item.connectionId, service: 'desktops', id: workRequestId })}
                  className="link"
                >
                  Work request
                </Link>
              )}
            </Result>
          )
        })}
      </ResultList>
    </>
  )
}
