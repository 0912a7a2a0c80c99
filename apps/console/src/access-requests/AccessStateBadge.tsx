import type { AccessRequestSummary } from '@gatehouse/contract'
import { CircleX, TriangleAlert } from 'lucide-react'
import { alarms, isRevoking, stateInWords } from '../states/access-request-state.ts'
import { since } from '../states/access-request-urgency.ts'
import { Badge } from '../ui/Badge.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { absoluteTime } from '../ui/times.ts'

/** The state of an access request. Its tip says what the state means and since when. */
export function AccessStateBadge({ request }: { request: AccessRequestSummary }) {
  const { word, tone, meaning } = stateInWords(request.state)
  const at = since(request)
  const tip = at === null ? meaning : `${meaning}\nSince ${absoluteTime(Date.parse(at))}`
  return (
    <Badge tone={tone} tip={tip} icon={iconOf(request)}>
      {word}
    </Badge>
  )
}

/** Undefined keeps the icon of the tone. */
function iconOf(request: AccessRequestSummary) {
  if (isRevoking(request)) return <Spinner />
  if (request.state === 'REJECTED') return <CircleX aria-hidden className="size-3.5" />
  if (alarms(request)) return <TriangleAlert aria-hidden className="size-3.5" />
  return undefined
}
