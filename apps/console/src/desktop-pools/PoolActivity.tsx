import type { DesktopPool } from '@gatehouse/contract'
import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../paths.ts'
import { actInWords, actStatus, workRequestPath } from '../states/activity-words.ts'
import { Badge } from '../ui/Badge.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Section } from '../ui/Page.tsx'
import { SkeletonLines } from '../ui/Skeleton.tsx'
import { Timeline, TimelineEntry } from '../ui/Timeline.tsx'
import { desktopPoolActivityQuery } from './queries.ts'

/** The ledger's entries on a pool, newest first. */
export function PoolActivity({ pool }: { pool: DesktopPool }) {
  const { data, error, refetch, isFetching } = useQuery(desktopPoolActivityQuery(pool))
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} busy={isFetching} />
  return (
    <Section
      title="Activity"
      note="in Gatehouse"
      actions={
        <Link to={`${paths.activity}?${new URLSearchParams({ subjectId: pool.id })}`} className="link text-sm">
          View in Activity
        </Link>
      }
    >
      {!data && <SkeletonLines />}
      {data?.items.length === 0 && (
        <EmptyState icon={<History aria-hidden />} title="No activity">
          Starts and stops in Gatehouse are recorded here.
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Timeline label={`Activity of ${pool.name}`}>
          {data.items.map((action) => {
            const { word, tone, meaning } = actStatus(action.status)
            const work = workRequestPath(action)
            return (
              <TimelineEntry
                key={action.id}
                at={action.at}
                tone={tone}
                title={`${action.by.name} ${actInWords(action)}`}
                actor={
                  <span className="inline-flex max-w-full flex-wrap items-center gap-x-3 gap-y-1">
                    <Badge tone={tone} tip={meaning}>
                      {word}
                    </Badge>
                    {work && (
                      <Link to={work} className="link">
                        Work request
                      </Link>
                    )}
                    {action.opcRequestId && (
                      <span className="inline-flex min-w-0 items-center gap-1">
                        opc-request-id
                        <code data-tip={action.opcRequestId} className="max-w-40 truncate font-mono">
                          {action.opcRequestId}
                        </code>
                        <CopyButton text={action.opcRequestId} label="Copy opc-request-id" />
                      </span>
                    )}
                  </span>
                }
              >
                {action.problem ?? action.effect ?? action.comment}
              </TimelineEntry>
            )
          })}
        </Timeline>
      )}
    </Section>
  )
}
