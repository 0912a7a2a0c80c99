import type { QueryClient } from '@tanstack/react-query'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowLeft, CloudAlert } from 'lucide-react'
import { Link, useParams, type LoaderFunctionArgs } from 'react-router'
import { activityOfQuery } from '../api/activity.ts'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { KeptBadge } from '../lists/KeptMark.tsx'
import { topics } from '../live/topics.ts'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { useLiveTopics, useTopicState } from '../live/use-live.ts'
import { paths } from '../paths.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Page, WithSide } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Time } from '../ui/Time.tsx'
import { AccessHistory } from './AccessHistory.tsx'
import { AccessRequestFacts } from './AccessRequestFacts.tsx'
import { AccessStateBadge } from './AccessStateBadge.tsx'
import { Conversation } from './Conversation.tsx'
import { DecidedHere } from './DecidedHere.tsx'
import { DecisionPanel } from './DecisionPanel.tsx'
import { accessRequestQuery, type AccessRequestPlace } from './queries.ts'
import { SeverityBadge } from './SeverityBadge.tsx'

const placeOf = (params: Record<string, string | undefined>): AccessRequestPlace => ({
  connectionId: params.connectionId ?? '',
  service: params.service ?? '',
  id: params.accessRequestId ?? '',
})

export const loader =
  (client: QueryClient) =>
  ({ params }: LoaderFunctionArgs) => {
    const place = placeOf(params)
    void client.prefetchQuery(activityOfQuery(place.id)) // the page renders without the activity
    return client.ensureQueryData({ ...accessRequestQuery(place), revalidateIfStale: true })
  }

export default function AccessRequestPage() {
  const place = placeOf(useParams())
  const { data: request } = useSuspenseQuery(accessRequestQuery(place))
  const topic = topics.accessRequest(place)
  useLiveTopics([topic])
  useLiveLedger()
  const topicState = useTopicState(topic)

  return (
    <Page>
      <PageHead
        title={request.summary}
        state={
          <>
            <AccessStateBadge request={request} />
            <SeverityBadge severity={request.severity} />
            <KeptBadge forgottenAt={request.forgottenAt} />
          </>
        }
        line={
          <>
            {request.name}, requested <Time at={request.createdAt} show="both" />
          </>
        }
        above={
          <Link to={paths.accessRequests} className="link inline-flex items-center gap-1">
            <ArrowLeft aria-hidden className="size-3.5" /> Access requests
          </Link>
        }
      />
      <FreshnessStrip readAt={request.readAt} />
      {topicState?.state === 'failing' && (
        <output className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-control bg-warn-soft px-3 py-2 text-warn">
          <CloudAlert aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0">
            {topicState.reason ?? 'OCI is not responding.'} Last read{' '}
            <Time at={topicState.readAt ?? request.readAt} show="relative" />. Retrying automatically.
          </span>
          {topicState.opcRequestId && <CopyButton text={topicState.opcRequestId} label="Copy opc-request-id" />}
        </output>
      )}
      <div className="max-sm:pb-16">
        <WithSide side={<AccessRequestFacts request={request} />}>
          <DecisionPanel key={request.id} request={request} />
          <Conversation request={request} />
          <AccessHistory request={request} />
          <DecidedHere request={request} />
        </WithSide>
      </div>
    </Page>
  )
}
