import type { DesktopPool } from '@gatehouse/contract'
import { Fact, Facts } from '../ui/Facts.tsx'
import { useNow } from '../ui/now.ts'
import { Section } from '../ui/Page.tsx'
import { Time } from '../ui/Time.tsx'
import { NextAction } from './NextAction.tsx'
import { nextRuns, type Run } from './next-runs.ts'
import { scheduleWords } from './schedule-words.ts'

const runsShown = 4
const never = 'Nothing is planned'
const causes: Record<Run['cause'], string> = { schedule: '', opening: ', opening', closing: ', closing for good' }

/** When a pool starts and stops by itself, in words, and the next times that it does. */
export function PoolSchedule({ pool: { state, schedule, nextAction } }: { pool: DesktopPool }) {
  const now = useNow()
  const { start, stop, opensAt, closesAt } = schedule
  const planned = start ?? stop ?? opensAt ?? closesAt
  const inUse = !['DELETING', 'DELETED', 'FAILED'].includes(state)
  const runs = inUse ? nextRuns(schedule, now, runsShown) : []
  return (
    <Section title="Schedule">
      {planned ? (
        <Facts>
          <Fact label="Starts" absent={never}>
            {start && scheduleWords(start)}
          </Fact>
          <Fact label="Stops" absent={never}>
            {stop && scheduleWords(stop)}
          </Fact>
          {opensAt && (
            <Fact label="Opens">
              <Time at={opensAt} show="both" />
            </Fact>
          )}
          {closesAt && (
            <Fact label="Closes for good">
              <Time at={closesAt} show="both" />
            </Fact>
          )}
          <Fact label="Next, in your time" absent={inUse ? never : 'A pool in this state follows no schedule'}>
            {runs.length > 0 && (
              <ul>
                {runs.map(({ action, atMs, cause }) => (
                  <li key={`${action} ${atMs}`}>
                    {action === 'start' ? 'Starts' : 'Stops'} <Time at={new Date(atMs).toISOString()} show="short" />
                    {causes[cause]}
                  </li>
                ))}
              </ul>
            )}
            {runs.length === 0 && nextAction && <NextAction action={nextAction} />}
          </Fact>
        </Facts>
      ) : (
        <p className="text-text-soft">It starts and stops only when somebody says so.</p>
      )}
    </Section>
  )
}
