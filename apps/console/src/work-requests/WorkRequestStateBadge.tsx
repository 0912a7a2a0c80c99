import type { WorkRequest } from '@gatehouse/contract'
import { Badge } from '../ui/Badge.tsx'
import { absoluteTime } from '../ui/times.ts'
import { workRequestState } from '../states/work-request-state.ts'

export function WorkRequestStateBadge({ workRequest }: { workRequest: WorkRequest }) {
  const { word, tone } = workRequestState(workRequest.state)
  const since = workRequest.finishedAt ?? workRequest.startedAt ?? workRequest.acceptedAt
  return (
    <Badge tone={tone} tip={since ? `Since ${absoluteTime(Date.parse(since))}` : undefined}>
      {word}
    </Badge>
  )
}
