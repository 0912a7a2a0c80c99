import type { TopicState } from '@gatehouse/contract'
import { CloudAlert } from 'lucide-react'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Time } from '../ui/Time.tsx'

/** Above stale data while OCI is not responding. */
export const StaleNote = ({ topicState }: { topicState: TopicState }) => (
  <output className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-control bg-warn-soft px-3 py-2 text-warn">
    <CloudAlert aria-hidden className="size-4 shrink-0" />
    <span className="min-w-0">{topicState.reason ?? 'OCI is not responding.'} Retrying automatically.</span>
    {topicState.readAt && (
      <span>
        Last read <Time at={topicState.readAt} show="relative" />.
      </span>
    )}
    {topicState.opcRequestId && <CopyButton text={topicState.opcRequestId} label="Copy opc-request-id" />}
  </output>
)
