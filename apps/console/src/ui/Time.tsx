import { cn } from './cn.ts'
import { useNow } from './now.ts'
import { useInRow } from './row-context.ts'
import { shortTime } from './short-time.ts'
import { absoluteTime, clockTime, exactTime, relativeTime, utcTime } from './times.ts'

interface TimeProps {
  /** RFC 3339, or null where there is none: then an en dash. */
  at: string | null
  /** `absolute` names the zone; `clock` is the time of day alone; `short` leaves out the day where it is today. */
  show?: 'absolute' | 'relative' | 'clock' | 'short' | 'both'
  /** Why there is no time: the tip of the dash. */
  absent?: string
}

/** A time in the reader's zone. The tip has the exact time, UTC and the relative time. */
export function Time({ at, show = 'absolute', absent = 'Unknown' }: TimeProps) {
  const now = useNow()
  const inRow = useInRow()
  const moment = at === null ? Number.NaN : Date.parse(at)
  if (at === null || Number.isNaN(moment)) {
    return (
      <span data-tip={absent} className="text-text-faint">
        –
      </span>
    )
  }
  const words = {
    absolute: absoluteTime(moment),
    relative: relativeTime(moment, now),
    clock: clockTime(moment),
    short: shortTime(moment, now),
    both: `${absoluteTime(moment)} (${relativeTime(moment, now)})`,
  }
  return (
    <time
      dateTime={at}
      data-tip={`${exactTime(moment)}\n${utcTime(moment)}\n${relativeTime(moment, now)}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- UTC must be reachable without a pointer
      tabIndex={inRow ? undefined : 0}
      className={cn('rounded-small tabular-nums', show !== 'both' && 'whitespace-nowrap')}
    >
      {words[show]}
    </time>
  )
}
