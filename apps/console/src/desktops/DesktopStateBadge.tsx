import type { Desktop } from '@gatehouse/contract'
import { Badge } from '../ui/Badge.tsx'
import { useNow } from '../ui/now.ts'
import { desktopState } from './desktop-state.ts'
import { lastAndNextAction } from './last-and-next-action.ts'

/** A desktop's state; its tip says why it is so and what comes next. */
export function DesktopStateBadge({ desktop }: { desktop: Desktop }) {
  const now = useNow()
  const { word, tone } = desktopState(desktop.state)
  return (
    <Badge tone={tone} tip={lastAndNextAction(desktop, now) ?? undefined}>
      {word}
    </Badge>
  )
}
