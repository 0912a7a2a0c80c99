import type { DesktopPoolSummary } from '@gatehouse/contract'
import { poolState } from '../states/pool-state.ts'
import { Badge } from '../ui/Badge.tsx'
import { absoluteTime } from '../ui/times.ts'

/** A pool's state. Its tip has the meaning and the next action. */
export function PoolStateBadge({
  pool: { state, nextAction },
}: {
  pool: Pick<DesktopPoolSummary, 'state' | 'nextAction'>
}) {
  const { word, tone, meaning } = poolState(state)
  const next =
    nextAction &&
    `${nextAction.action === 'start' ? 'Starts' : 'Stops'} ${absoluteTime(Date.parse(nextAction.at))} by schedule.`
  return (
    <Badge tone={tone} tip={next ? `${meaning}\n${next}` : meaning}>
      {word}
    </Badge>
  )
}
