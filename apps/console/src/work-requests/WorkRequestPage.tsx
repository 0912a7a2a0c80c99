import type { QueryClient } from '@tanstack/react-query'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { Suspense } from 'react'
import { Link, useParams, type LoaderFunctionArgs } from 'react-router'
import { PendingActs } from '../acts/PendingActs.tsx'
import { KeptBadge } from '../lists/KeptMark.tsx'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { topics } from '../live/topics.ts'
import { paths } from '../paths.ts'
import { Progress } from '../ui/Meter.tsx'
import { Page, WithSide } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SkeletonLines } from '../ui/Skeleton.tsx'
import { workRequestQuery, workRequestLogQuery, type WorkRequestPlace } from './queries.ts'
import { inFlight, operationName, workRequestState } from '../states/work-request-state.ts'
import { CancelWorkRequest } from './CancelWorkRequest.tsx'
import { WorkRequestFacts } from './WorkRequestFacts.tsx'
import { WorkRequestLog } from './WorkRequestLog.tsx'
import { WorkRequestResources } from './WorkRequestResources.tsx'
import { WorkRequestStateBadge } from './WorkRequestStateBadge.tsx'
import { WorkSubject } from './WorkSubject.tsx'

const placeOf = (params: Record<string, string | undefined>): WorkRequestPlace => ({
  connectionId: params.connectionId ?? '',
  service: params.service ?? '',
  id: params.workRequestId ?? '',
})

export const loader =
  (client: QueryClient) =>
  ({ params }: LoaderFunctionArgs) => {
    void client.prefetchQuery(workRequestLogQuery(placeOf(params))) // the page renders without the log
    return client.ensureQueryData(workRequestQuery(placeOf(params)))
  }

export default function WorkRequestPage() {
  const place = placeOf(useParams())
  const { data: workRequest } = useSuspenseQuery(workRequestQuery(place))
  useLiveTopics([topics.workRequest(place)])
  useLiveLedger()

  const { tone } = workRequestState(workRequest.state)
  return (
    <Page>
      <PageHead
        title={operationName(workRequest.operation)}
        state={
          <>
            <WorkRequestStateBadge workRequest={workRequest} />
            <KeptBadge forgottenAt={workRequest.forgottenAt} />
          </>
        }
        line={
          <>
            Target: <WorkSubject workRequest={workRequest} />
          </>
        }
        above={
          <Link to={paths.workRequests} className="link inline-flex items-center gap-1">
            <ArrowLeft aria-hidden className="size-3.5" /> Work requests
          </Link>
        }
        actions={<CancelWorkRequest workRequest={workRequest} />}
      />
      <PendingActs subjectId={workRequest.id} />
      <div className="flex items-center gap-3">
        <Progress label="Progress" percent={workRequest.percentComplete} tone={inFlight(workRequest) ? 'busy' : tone} />
        <span className="w-12 shrink-0 text-end font-medium tabular-nums">
          {Math.round(workRequest.percentComplete)}%
        </span>
      </div>
      <WithSide
        side={
          <>
            <WorkRequestFacts workRequest={workRequest} />
            <WorkRequestResources workRequest={workRequest} />
          </>
        }
      >
        <div className="flex h-[calc(100dvh-13rem)] min-h-96 flex-col gap-4 max-sm:h-[70dvh]">
          <Suspense
            fallback={
              <div className="panel grow p-4">
                <SkeletonLines lines={12} />
              </div>
            }
          >
            <WorkRequestLog workRequest={workRequest} />
          </Suspense>
        </div>
      </WithSide>
    </Page>
  )
}
