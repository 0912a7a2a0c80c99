import type { DesktopPool } from '@gatehouse/contract'
import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { ArrowLeft, Play, Square } from 'lucide-react'
import { useState } from 'react'
import { Link, Outlet, useParams, type LoaderFunctionArgs } from 'react-router'
import { PendingActs } from '../acts/PendingActs.tsx'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { topics } from '../live/topics.ts'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { useLiveTopics, useTopicState } from '../live/use-live.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StaleStrip } from '../ui/StaleStrip.tsx'
import { Tabs, useTab } from '../ui/Tabs.tsx'
import { usePoolActBlocked, type PoolAct } from './pool-acts.ts'
import { PoolActivity } from './PoolActivity.tsx'
import { PoolConfiguration } from './PoolConfiguration.tsx'
import { PoolOverview } from './PoolOverview.tsx'
import { PoolsActDialog } from './PoolsActDialog.tsx'
import { PoolStateBadge } from './PoolStateBadge.tsx'
import { PoolWorkRequests } from './PoolWorkRequests.tsx'
import { desktopPoolQuery } from './queries.ts'

const placeOf = (params: Record<string, string | undefined>) => ({
  connectionId: params.connectionId ?? '',
  id: params.desktopPoolId ?? '',
})

export const loader =
  (client: QueryClient) =>
  ({ params }: LoaderFunctionArgs) =>
    client.ensureQueryData(desktopPoolQuery(placeOf(params)))

const tabs = [
  { id: 'desktops', label: 'Desktops' },
  { id: 'work-requests', label: 'Work requests' },
  { id: 'activity', label: 'Activity' },
  { id: 'configuration', label: 'Configuration' },
]

/** One pool. The desktops tab renders the child route. */
export default function DesktopPoolPage() {
  const place = placeOf(useParams())
  const { data: pool } = useSuspenseQuery(desktopPoolQuery(place))
  const topic = topics.desktopPool(place)
  useLiveTopics([topic])
  useLiveLedger()
  const tab = useTab(tabs)
  const [act, setAct] = useState<PoolAct | null>(null)
  const pools = [pool]

  return (
    <Page>
      <PageHead
        title={pool.name}
        state={<PoolStateBadge pool={pool} />}
        line={pool.description}
        above={
          <Link to={paths.desktopPools} className="link inline-flex items-center gap-1">
            <ArrowLeft aria-hidden className="size-3.5" /> Desktop pools
          </Link>
        }
        actions={<PoolActs pool={pool} onAct={setAct} />}
      />
      <PendingActs subjectId={pool.id} />
      <Freshness pool={pool} topic={topic} />
      <PoolOverview pool={pool} />
      <Tabs label="Pool sections" tabs={tabs} />
      {tab === 'desktops' && <Outlet context={pool} />}
      {tab === 'work-requests' && <PoolWorkRequests pool={pool} />}
      {tab === 'activity' && <PoolActivity pool={pool} />}
      {tab === 'configuration' && <PoolConfiguration pool={pool} />}
      <PoolsActDialog act={act} pools={pools} onClose={() => setAct(null)} />
    </Page>
  )
}

/** The act that is possible now is the primary button. */
function PoolActs({ pool, onAct }: { pool: DesktopPool; onAct: (act: PoolAct) => void }) {
  const blocked = usePoolActBlocked()
  const start = blocked(pool, 'start')
  const stop = blocked(pool, 'stop')
  return (
    <>
      <Button
        tone={start === undefined ? 'primary' : 'quiet'}
        icon={<Play aria-hidden className="size-4" />}
        blocked={start}
        onClick={() => onAct('start')}
      >
        Start
      </Button>
      <Button
        tone={stop === undefined ? 'primary' : 'quiet'}
        icon={<Square aria-hidden className="size-4" />}
        blocked={stop}
        onClick={() => onAct('stop')}
      >
        Stop
      </Button>
    </>
  )
}

/** Warns when the pool is not kept up to date, with the reason. */
function Freshness({ pool, topic }: { pool: DesktopPool; topic: string }) {
  const state = useTopicState(topic)
  const readAt = state?.readAt ?? pool.readAt
  if (state?.state !== 'failing') return <FreshnessStrip readAt={readAt} />
  const { reason, opcRequestId } = state
  return (
    <StaleStrip
      readAt={readAt}
      unread={[{ place: pool.name, reason: reason ?? 'OCI is not responding.', since: readAt, opcRequestId }]}
    />
  )
}
