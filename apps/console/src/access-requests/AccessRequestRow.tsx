import type { AccessRequestSummary } from '@gatehouse/contract'
import { KeptMark } from '../lists/KeptMark.tsx'
import { since } from '../states/access-request-urgency.ts'
import { Time } from '../ui/Time.tsx'
import { AccessStateBadge } from './AccessStateBadge.tsx'
import { AccessTimeLeft } from './AccessTimeLeft.tsx'
import { SeverityBadge } from './SeverityBadge.tsx'
import { actionsInShort, hoursInWords, resourceName } from './words.ts'

/** An access request on a phone, in four lines. */
export const AccessRequestRow = ({ request }: { request: AccessRequestSummary }) => (
  <span className="block space-y-1.5">
    <span className="flex flex-wrap items-center gap-1.5">
      <SeverityBadge severity={request.severity} />
      <AccessStateBadge request={request} />
      <KeptMark forgottenAt={request.forgottenAt} />
      <span className="ms-auto text-sm text-text-soft">
        <Time at={since(request)} show="relative" />
      </span>
    </span>
    <span className="line-clamp-2 font-medium">{request.summary}</span>
    <span className="block truncate text-sm text-text-soft">
      {resourceName(request)} · <Hours request={request} />
    </span>
    <span className="block truncate font-mono text-xs text-text-soft">{actionsInShort(request.actions)}</span>
    <AccessTimeLeft request={request} />
  </span>
)

/** The hours requested, and those of a waiting extension. */
export const Hours = ({ request }: { request: AccessRequestSummary }) => {
  if (request.phase !== 'extension-waiting') return <>{hoursInWords(request.durationHours)}</>
  return (
    <>
      {hoursInWords(request.durationHours)}{' '}
      <span data-tip="Requested extension" className="font-medium text-warn">
        + {hoursInWords(request.extensionHours)}
      </span>
    </>
  )
}
