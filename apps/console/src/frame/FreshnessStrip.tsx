import { RefreshCw, WifiOff } from 'lucide-react'
import { pollMs } from '../live/poll-pages.ts'
import { useLiveState } from '../live/use-live.ts'
import { Progress } from '../ui/Meter.tsx'
import { StaleStrip } from '../ui/StaleStrip.tsx'
import { Time } from '../ui/Time.tsx'
import type { PageFreshness } from './freshness.ts'
import { usePlaces } from './use-places.ts'

type FreshnessStripProps = { freshness: PageFreshness | undefined } | { readAt: string }

/**
 * Above a list: warns when places could not be read, live updates are blocked or Gatehouse is away, and shows the progress
 * of a first read; else renders nothing. For a single thing pass `readAt`.
 */
export function FreshnessStrip(props: FreshnessStripProps) {
  const { unreadPlaces } = usePlaces()
  const { state } = useLiveState()
  const freshness = 'freshness' in props ? props.freshness : undefined
  const readAt = 'readAt' in props ? props.readAt : freshness?.readAt
  return (
    <>
      {state === 'offline' && (
        <output className="flex items-center gap-2 rounded-control bg-warn-soft px-3 py-2 font-medium text-warn">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          <span>
            No connection to Gatehouse.{' '}
            {readAt && (
              <>
                Last read <Time at={readAt} show="relative" />.
              </>
            )}
          </span>
        </output>
      )}
      {state === 'polling' && (
        <output className="flex items-center gap-2 rounded-control bg-warn-soft px-3 py-2 font-medium text-warn">
          <RefreshCw aria-hidden className="size-4 shrink-0" />
          <span>
            Live updates are blocked. This page is read again every {pollMs / 1000} seconds.{' '}
            {readAt && (
              <>
                Last read <Time at={readAt} show="relative" />.
              </>
            )}
          </span>
        </output>
      )}
      {freshness && freshness.pending > 0 && <FirstRead freshness={freshness} />}
      {freshness && (
        <StaleStrip unread={unreadPlaces(freshness.unread)} total={freshness.unreadTotal} readAt={freshness.readAt} />
      )}
    </>
  )
}

/** While places have not been read since Gatehouse knows them. */
function FirstRead({ freshness: { pending, places } }: { freshness: PageFreshness }) {
  return (
    <output className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-busy-soft px-3 py-2 text-busy">
      <span className="font-medium tabular-nums">
        {pending.toLocaleString('en')} of {places.toLocaleString('en')} places not read yet
      </span>
      <span className="min-w-24 flex-1 sm:max-w-64">
        <Progress label="Places read" tone="busy" percent={places > 0 ? (100 * (places - pending)) / places : null} />
      </span>
    </output>
  )
}
