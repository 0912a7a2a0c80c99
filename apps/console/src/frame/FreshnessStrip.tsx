import type { Unread } from '@gatehouse/contract'
import { RefreshCw, WifiOff } from 'lucide-react'
import { pollMs } from '../live/poll-pages.ts'
import { useLiveState } from '../live/use-live.ts'
import { StaleStrip } from '../ui/StaleStrip.tsx'
import { Time } from '../ui/Time.tsx'
import { usePlaces } from './use-places.ts'

/**
 * Above a listing: warns when places could not be read, live updates are blocked or Gatehouse is away; else renders nothing. For a
 * single thing pass `readAt` alone.
 */
export function FreshnessStrip({
  listing: { readAt, unread = [] },
}: {
  listing: { readAt: string; unread?: Unread[] }
}) {
  const { unreadPlaces, scope, connections } = usePlaces()
  const { state } = useLiveState()
  const within = unread.filter(({ connectionId }) => {
    if (scope.kind === 'all') return true
    if (scope.kind === 'region') return connections.find(({ id }) => id === connectionId)?.region === scope.region
    return scope.connectionId === connectionId
  })
  return (
    <>
      {state === 'offline' && (
        <output className="flex items-center gap-2 rounded-control bg-warn-soft px-3 py-2 font-medium text-warn">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          <span>
            No connection to Gatehouse. Last read <Time at={readAt} show="relative" />.
          </span>
        </output>
      )}
      {state === 'polling' && (
        <output className="flex items-center gap-2 rounded-control bg-warn-soft px-3 py-2 font-medium text-warn">
          <RefreshCw aria-hidden className="size-4 shrink-0" />
          <span>
            Live updates are blocked. This page is read again every {pollMs / 1000} seconds. Last read{' '}
            <Time at={readAt} show="relative" />.
          </span>
        </output>
      )}
      <StaleStrip unread={unreadPlaces(within)} readAt={readAt} />
    </>
  )
}
