import { ChevronDown, CloudAlert } from 'lucide-react'
import { CopyButton } from './CopyButton.tsx'
import { plural } from './in-words.ts'
import { Time } from './Time.tsx'

/** A place that could not be read. */
export interface UnreadPlace {
  /** "Frankfurt / platform, Secure Desktops". */
  place: string
  reason: string
  since: string
  opcRequestId?: string | null
}

interface StaleStripProps {
  /** Nothing is shown when there are none. */
  unread: readonly UnreadPlace[]
  /** How many there are, if they are not all given. */
  total?: number
  /** Null while nothing has been read. */
  readAt: string | null
}

/** Above stale data: the places that could not be read, since when, and why. */
export function StaleStrip({ unread, total = unread.length, readAt }: StaleStripProps) {
  if (unread.length === 0) return null
  return (
    <details className="group rounded-control bg-warn-soft text-warn">
      <summary className="flex list-none flex-wrap items-center gap-x-2 gap-y-0.5 rounded-control px-3 py-2 font-medium">
        <span className="flex min-w-0 gap-2">
          <CloudAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {plural(total, 'place')} could not be read; their data may be old or missing
        </span>
        <span className="ms-auto inline-flex items-center gap-1 font-normal">
          {readAt && (
            <>
              Read <Time at={readAt} show="relative" />
            </>
          )}
          <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        </span>
      </summary>
      <UnreadList unread={unread} total={total} />
    </details>
  )
}

/** The places one by one. */
export const UnreadList = ({ unread, total = unread.length }: Pick<StaleStripProps, 'unread' | 'total'>) => (
  <ul className="max-h-64 space-y-2 overflow-y-auto px-3 pb-3 text-sm">
    {unread.map(({ place, reason, since, opcRequestId }) => (
      <li key={`${place} ${reason}`}>
        <span className="font-semibold">{place}</span>
        <span className="text-text"> {reason}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-text-soft">
          <span>
            since <Time at={since} show="relative" />
          </span>
          {opcRequestId && (
            <span className="inline-flex min-w-0 items-center gap-1">
              <code className="max-w-48 truncate font-mono">{opcRequestId}</code>
              <CopyButton text={opcRequestId} label="Copy opc-request-id" />
            </span>
          )}
        </span>
      </li>
    ))}
    {total > unread.length && (
      <li className="text-text-soft">and {(total - unread.length).toLocaleString('en')} more</li>
    )}
  </ul>
)
