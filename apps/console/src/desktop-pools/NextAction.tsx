import type { ScheduledAction } from '@gatehouse/contract'
import { Time } from '../ui/Time.tsx'

/** The next scheduled action and its time. */
export function NextAction({ action }: { action: ScheduledAction | null }) {
  if (!action) return <span className="text-text-faint">None scheduled</span>
  return (
    <>
      {action.action === 'start' ? 'Starts' : 'Stops'} <Time at={action.at} show="short" />
    </>
  )
}
