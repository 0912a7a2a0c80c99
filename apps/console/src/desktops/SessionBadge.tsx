import type { Desktop } from '@gatehouse/contract'
import { MonitorCheck, MonitorPause, PlugZap } from 'lucide-react'
import { Badge } from '../ui/Badge.tsx'
import { relativeTime } from '../ui/times.ts'
import { useNow } from '../ui/now.ts'
import { sessionOf, sessionWords, type Session } from './desktop-state.ts'

const icons: Record<Exclude<Session, 'stopped'>, typeof PlugZap> = {
  connected: PlugZap,
  disconnected: MonitorPause,
  standby: MonitorCheck,
}

/** The session on a desktop, and since when. */
export function SessionBadge({ desktop }: { desktop: Desktop }) {
  const now = useNow()
  const session = sessionOf(desktop)
  const { word, tone } = sessionWords[session]
  const since = { connected: desktop.connectedAt, disconnected: desktop.disconnectedAt, standby: null, stopped: null }[
    session
  ]
  if (session === 'stopped') return <span className="text-text-faint">{word}</span>
  const Icon = icons[session]
  return (
    <Badge
      tone={tone}
      icon={<Icon aria-hidden className="size-3.5" />}
      tip={since ? `${word} ${relativeTime(Date.parse(since), now)}` : undefined}
    >
      {word}
    </Badge>
  )
}
