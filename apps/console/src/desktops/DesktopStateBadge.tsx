import type { Desktop } from '@gatehouse/contract'
import { Badge } from '../ui/Badge.tsx'
import { useNow } from '../ui/now.ts'
import { desktopState } from './desktop-state.ts'
import { lastAndNextAction } from './last-and-next-action.ts'

/** A desktop's state. Its tip has the last and the next action. */
export function DesktopStateBadge({ desktop }: { desktop: Desktop }) {
  const now = useNow()
  const { word, tone } = desktopState(desktop.state)
  return (
    <Badge tone={tone} tip={lastAndNextAction(desktop, now) ?? undefined}>
      {word}
    </Badge>
  )
}
