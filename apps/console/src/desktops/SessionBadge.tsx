import type { Desktop, DesktopSession } from '@gatehouse/contract'
import { MonitorCheck, MonitorPause, PlugZap } from 'lucide-react'
import { Badge } from '../ui/Badge.tsx'
import { relativeTime } from '../ui/times.ts'
import { useNow } from '../ui/now.ts'
import { sessionWords } from './desktop-state.ts'

const icons: Record<Exclude<DesktopSession, 'stopped'>, typeof PlugZap> = {
  connected: PlugZap,
  disconnected: MonitorPause,
  standby: MonitorCheck,
}

/** The session on a desktop, and since when. */
export function SessionBadge({ desktop }: { desktop: Desktop }) {
  const now = useNow()
  const { session } = desktop
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
