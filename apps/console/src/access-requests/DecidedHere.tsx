import type { AccessRequest, Action, ActStatus } from '@gatehouse/contract'
import { useQuery } from '@tanstack/react-query'
import { ActError } from '../ui/ErrorState.tsx'
import { Section } from '../ui/Page.tsx'
import { shortenOcid } from '../ui/shorten-ocid.ts'
import { SkeletonLines } from '../ui/Skeleton.tsx'
import { Timeline, TimelineEntry } from '../ui/Timeline.tsx'
import type { Tone } from '../ui/tones.ts'
import { decisionsQuery } from './queries.ts'

const acts: Partial<Record<Action['act'], string>> = {
  approveAccessRequest: 'Approve',
  rejectAccessRequest: 'Reject',
  revokeAccessRequest: 'Revoke',
}

const outcomes: Record<ActStatus, { words: string; tone: Tone }> = {
  sent: { words: 'sent, not answered yet', tone: 'busy' },
  confirmed: { words: 'confirmed by OCI', tone: 'good' },
  refused: { words: 'refused, nothing was done', tone: 'bad' },
  unknown: { words: 'answer lost, being found out', tone: 'warn' },
}

/** What the ledger of this console holds of it: who decided what, and how it ended. */
export function DecidedHere({ request }: { request: AccessRequest }) {
  const { data: decisions, error, isPending } = useQuery(decisionsQuery(request))
  return (
    <Section title="Decided in Gatehouse">
      <ActError error={error} />
      {isPending && <SkeletonLines lines={2} />}
      {decisions?.length === 0 && (
        <p className="text-text-soft">Nothing was decided on it here. What was decided elsewhere is in the history.</p>
      )}
      <Timeline label="Decided in Gatehouse">
        {decisions?.map((action) => {
          const { words, tone } = outcomes[action.status]
          return (
            <TimelineEntry
              key={action.id}
              tone={tone}
              at={action.at}
              title={`${acts[action.act] ?? action.act}: ${words}`}
              actor={
                <>
                  {action.by.name} ({action.by.role})
                  {action.signedAs && (
                    <span data-tip={action.signedAs}>, signed as OCI user {shortenOcid(action.signedAs)}</span>
                  )}
                </>
              }
            >
              {[
                action.comment && `“${action.comment}”`,
                action.problem,
                action.opcRequestId && `opc-request-id ${action.opcRequestId}`,
              ]
                .filter(Boolean)
                .join('\n') || null}
            </TimelineEntry>
          )
        })}
      </Timeline>
    </Section>
  )
}
