import { cn } from './cn.ts'
import { useNow } from './now.ts'
import { useInRow } from './row-context.ts'
import { duration, exactTime, relativeTime, urgency, utcTime } from './times.ts'
import { solidTones, textTones } from './tones.ts'

interface TimeLeftProps {
  /** RFC 3339. */
  until: string
  /** The start of the window. Sets the bar and the thresholds. */
  from?: string | null
  /** The text before the relative time once it is over. Defaults to "ended". */
  past?: string
}

/** "4 h 12 min left" with a bar of the window that turns warn, then bad. */
export function TimeLeft({ until, from = null, past = 'ended' }: TimeLeftProps) {
  const now = useNow()
  const inRow = useInRow()
  const end = Date.parse(until)
  const window = from === null ? null : Math.max(1, end - Date.parse(from))
  const left = end - now
  const tone = urgency(left, window)
  const tip = `${exactTime(end)}\n${utcTime(end)}`
  if (left <= 0) {
    return (
      <time dateTime={until} data-tip={tip} className="whitespace-nowrap text-text-soft">
        {past} {relativeTime(end, now)}
      </time>
    )
  }
  return (
    <span className="inline-flex min-w-0 flex-col gap-1">
      <time
        dateTime={until}
        data-tip={tip}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the exact time must be reachable without a pointer
        tabIndex={inRow ? undefined : 0}
        className={cn(
          'rounded-small whitespace-nowrap tabular-nums',
          tone === 'plain' ? 'text-text' : `font-medium ${textTones[tone]}`,
        )}
      >
        {duration(left)} left
      </time>
      {window !== null && (
        <span aria-hidden className="h-1 w-full min-w-16 overflow-hidden rounded-full bg-plain-soft">
          <span
            className={cn('block h-full rounded-full', solidTones[tone === 'plain' ? 'accent' : tone])}
            style={{ width: `${Math.min(100, (left / window) * 100)}%` }}
          />
        </span>
      )}
    </span>
  )
}
