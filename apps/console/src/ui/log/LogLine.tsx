import { CircleAlert } from 'lucide-react'
import { cn } from '../cn.ts'
import { textTones } from '../tones.ts'
import { lineTime, fullTime } from './line-time.ts'
import type { LogEntry } from './log-entry.ts'
import { cutAt } from './log-rows.ts'
import type { LogPreferences } from './preferences.ts'
import { toSpans } from './safe-text.ts'

interface LogLineProps {
  entry: LogEntry
  /** Where a link to this very line leads. */
  href: string
  onLink: (entry: LogEntry) => void
  preferences: LogPreferences
  startedAt: string | null
  words: string
  /** The line that a link or a search leads to. */
  current: boolean
}

/** Number as a link, time, text. Errors have a bar at the left, an icon and their code. */
export function LogLine({ entry, href, onLink, preferences, startedAt, words, current }: LogLineProps) {
  const failed = entry.kind === 'error'
  const time = lineTime(entry.at, preferences.times, startedAt)
  return (
    <div
      aria-current={current || undefined}
      className={cn(
        'flex min-h-6 gap-3 border-s-2 py-0.5 border-transparent pe-4 font-mono text-xs leading-log hover:bg-hover sm:text-sm',
        failed && 'border-bad bg-bad-soft hover:bg-bad-soft',
        current && 'bg-accent-soft hover:bg-accent-soft',
        !preferences.wrap && 'w-max min-w-full',
      )}
    >
      <a
        href={href}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onLink(entry)
        }}
        aria-label={`Link to line ${entry.number}`}
        className="-my-0.5 flex min-w-12 shrink-0 items-start justify-end self-stretch py-0.5 text-text-faint tabular-nums select-none hover:text-accent hover:underline"
      >
        {entry.number}
      </a>
      {time && (
        <time
          dateTime={entry.at}
          data-tip={fullTime(entry.at)}
          className="hidden shrink-0 text-text-faint tabular-nums sm:block"
        >
          {time}
        </time>
      )}
      <span className={cn('min-w-0 grow', preferences.wrap ? 'wrap-anywhere whitespace-pre-wrap' : 'whitespace-pre')}>
        {failed && (
          <span className="me-2 inline-flex items-center gap-1 align-bottom font-semibold text-bad">
            <CircleAlert aria-hidden className="size-3.5" />
            <span className="sr-only">Error </span>
            {entry.code}
          </span>
        )}
        {toSpans(entry.text).map((span, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line never changes, so its runs keep their places
          <span key={index} className={cn(span.tone && textTones[span.tone], span.strong && 'font-semibold')}>
            <Marked text={span.text} words={words} />
          </span>
        ))}
      </span>
    </div>
  )
}

function Marked({ text, words }: { text: string; words: string }) {
  const pieces = cutAt(text, words)
  if (pieces.length === 1) return text
  return pieces.map((piece, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- the same text is always cut at the same places
    index % 2 === 1 ? (
      <mark key={index} className="rounded-small bg-warn-soft text-warn outline outline-warn">
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
