import type { DesktopPool } from '@gatehouse/contract'
import { Fact, Facts } from '../ui/Facts.tsx'
import { Section } from '../ui/Page.tsx'
import { Time } from '../ui/Time.tsx'

const never = 'None'

/** The schedule of a pool in words, and its next actions. */
export function PoolSchedule({ pool: { state, schedule } }: { pool: DesktopPool }) {
  const { start, stop, opensAt, closesAt, next } = schedule
  const planned = start ?? stop ?? opensAt ?? closesAt
  const inUse = !['DELETING', 'DELETED', 'FAILED'].includes(state)
  return (
    <Section title="Schedule">
      {planned ? (
        <Facts>
          <Fact label="Starts" absent={never}>
            {start && <ScheduleWords schedule={start} />}
          </Fact>
          <Fact label="Stops" absent={never}>
            {stop && <ScheduleWords schedule={stop} />}
          </Fact>
          {opensAt && (
            <Fact label="Opens">
              <Time at={opensAt} show="both" />
            </Fact>
          )}
          {closesAt && (
            <Fact label="Closes">
              <Time at={closesAt} show="both" />
            </Fact>
          )}
          <Fact label="Next (local time)" absent={inUse ? never : 'No schedule in this state'}>
            {next.length > 0 && (
              <ul>
                {next.map(({ action, at }) => (
                  <li key={`${action} ${at}`}>
                    {action === 'start' ? 'Starts' : 'Stops'} <Time at={at} show="short" />
                  </li>
                ))}
              </ul>
            )}
          </Fact>
        </Facts>
      ) : (
        <p className="text-text-soft">No schedule</p>
      )}
    </Section>
  )
}

/** The schedule in words with its zone; the cron expression is in the tip, and shown when it has no words. */
const ScheduleWords = ({ schedule: { cronExpression, timeZone, inWords } }: { schedule: Schedule }) => (
  <span data-tip={cronExpression}>
    {inWords ?? <code className="font-mono">{cronExpression}</code>}, {timeZone}
  </span>
)

type Schedule = NonNullable<DesktopPool['schedule']['start']>
