import type { AccessRequest } from '@gatehouse/contract'
import { useQuery } from '@tanstack/react-query'
import { activityOfQuery } from '../api/activity.ts'
import { actStatus, actWords } from '../states/activity-words.ts'
import { ActError } from '../ui/ErrorState.tsx'
import { capitalized } from '../ui/in-words.ts'
import { Section } from '../ui/Page.tsx'
import { shortenOcid } from '../ui/shorten-ocid.ts'
import { SkeletonLines } from '../ui/Skeleton.tsx'
import { Timeline, TimelineEntry } from '../ui/Timeline.tsx'

/** The ledger's entries on the access request: who decided what, and the outcome. */
export function DecidedHere({ request }: { request: AccessRequest }) {
  const { data, error, isPending } = useQuery(activityOfQuery(request.id))
  const decisions = data?.items
  return (
    <Section title="Activity in Gatehouse">
      <ActError error={error} />
      {isPending && <SkeletonLines lines={2} />}
      {decisions?.length === 0 && (
        <p className="text-text-soft">None yet. Decisions made elsewhere are in the history.</p>
      )}
      <Timeline label="Activity in Gatehouse">
        {decisions?.map((action) => {
          const { word, tone, meaning } = actStatus(action.status)
          return (
            <TimelineEntry
              key={action.id}
              tone={tone}
              at={action.at}
              title={
                <span data-tip={meaning}>
                  {capitalized(actWords(action.act)?.verb ?? action.act)}: {word.toLowerCase()}
                </span>
              }
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
                action.effect,
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
