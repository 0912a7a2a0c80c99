import { RotateCw } from 'lucide-react'
import { live } from '../live/live.ts'
import { pollMs } from '../live/poll-pages.ts'
import type { LiveState } from '../live/protocol.ts'
import { useLiveState, useTopicStates } from '../live/use-live.ts'
import { Button } from '../ui/Button.tsx'
import { cn } from '../ui/cn.ts'
import { plural } from '../ui/in-words.ts'
import { useNow } from '../ui/now.ts'
import { Popover } from '../ui/Popover.tsx'
import { UnreadList } from '../ui/StaleStrip.tsx'
import { Time } from '../ui/Time.tsx'
import { duration } from '../ui/times.ts'
import { useFreshness } from './use-freshness.ts'
import { usePlaces } from './use-places.ts'

const words: Record<LiveState, string> = {
  live: 'Live',
  polling: 'Polling',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
}
const sentences: Record<LiveState, string> = {
  live: 'Changes appear as they happen.',
  polling: `Live updates do not get through. This page is read again every ${pollMs / 1000} seconds.`,
  reconnecting: 'Connecting to Gatehouse. The data shown may be slightly old.',
  offline: 'Gatehouse cannot be reached. The data shown is not being updated.',
}

/** The live state, the age of the data on screen, and the places that could not be read. */
export function LiveChip() {
  const { state, retryAt, reason } = useLiveState()
  const { readAt, unread, unreadTotal, pending, places } = useFreshness()
  const { unreadPlaces } = usePlaces()
  const failing = [...useTopicStates().values()].filter(
    (topic) => topic.state === 'failing' || topic.state === 'refused',
  )
  const now = useNow('second')
  const troubled = unreadTotal > 0 || failing.length > 0
  const tone = state === 'offline' ? 'bad' : state !== 'live' || troubled ? 'warn' : 'good'
  const age = readAt === null ? null : Math.max(0, now - Date.parse(readAt))
  return (
    <Popover
      title={words[state]}
      trigger={
        <button
          type="button"
          className="flex h-8 shrink-0 items-center gap-2 rounded-full px-2.5 text-sm hover:bg-hover pointer-coarse:h-11"
        >
          <span
            aria-hidden
            className={cn('size-2 rounded-full', dots[tone], state === 'reconnecting' && 'animate-breathe')}
          />
          <span className="font-medium">{words[state]}</span>
          {age !== null && <span className="text-text-soft tabular-nums max-md:hidden">read {duration(age)} ago</span>}
          {troubled && (
            <span className="text-warn max-md:hidden">{plural(unreadTotal + failing.length, 'place')} not read</span>
          )}
          <span className="sr-only">{troubled && ', some data could not be read'}, data freshness</span>
        </button>
      }
    >
      <div className="space-y-3">
        <p className="text-text-soft">{sentences[state]}</p>
        {state === 'polling' && (
          <p className="text-text-soft">
            {reason === null ? (
              <>
                A proxy between this browser and Gatehouse may block or buffer event streams. Ask its administrator to
                pass <code className="font-mono">/api/events</code> on without buffering.
              </>
            ) : (
              `Gatehouse refuses them: ${reason} Show this to the administrator of Gatehouse.`
            )}
          </p>
        )}
        {state !== 'live' && (
          <Button size="small" icon={<RotateCw aria-hidden className="size-3.5" />} onClick={live.check}>
            Try now{retryAt !== null && retryAt > now ? ` (next in ${duration(retryAt - now + 999)})` : ''}
          </Button>
        )}
        {readAt !== null && (
          <p>
            Oldest data on this page: <Time at={readAt} show="relative" />.
          </p>
        )}
        {pending > 0 && (
          <p className="tabular-nums">
            {pending.toLocaleString('en')} of {places.toLocaleString('en')} places not read yet.
          </p>
        )}
        {failing.map(({ topic, reason }) => (
          <p key={topic} className="rounded-control bg-warn-soft px-2.5 py-2 text-sm text-warn">
            {reason ?? 'Some data on this page cannot be read.'}
          </p>
        ))}
        {unreadTotal > 0 && (
          <div className="-mx-3">
            <p className="px-3 pb-2 font-medium text-warn">{plural(unreadTotal, 'place')} could not be read</p>
            <UnreadList unread={unreadPlaces(unread)} total={unreadTotal} />
          </div>
        )}
      </div>
    </Popover>
  )
}

const dots = { good: 'bg-good', warn: 'bg-warn', bad: 'bg-bad' }
