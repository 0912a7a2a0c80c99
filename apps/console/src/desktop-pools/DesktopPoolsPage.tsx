import type { DesktopPoolSummary } from '@gatehouse/contract'
import { useQuery, type QueryClient } from '@tanstack/react-query'
import { MonitorCog, Play, Square } from 'lucide-react'
import { useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { allBlocked, apart } from '../acts/apart.ts'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { usePlaces } from '../frame/use-places.ts'
import { countOf, facetsOf } from '../lists/facets.ts'
import { ListFilters } from '../lists/ListFilters.tsx'
import { ListTable } from '../lists/ListTable.tsx'
import { loadList, onArrival } from '../lists/load.ts'
import { NothingFound } from '../lists/NothingFound.tsx'
import { overviewQuery, topicOf } from '../lists/queries.ts'
import { ReadingRows } from '../lists/ReadingRows.tsx'
import { useList, useUnfilteredCounts } from '../lists/use-list.ts'
import { useLiveWindows } from '../lists/use-live-windows.ts'
import { useRows } from '../lists/use-rows.ts'
import { useSelection } from '../lists/use-selection.ts'
import { tooMany, useTarget, type Target } from '../lists/use-target.ts'
import { countWords } from '../lists/words.ts'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { plural } from '../ui/in-words.ts'
import { FillPage } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { desktopPoolFacets, desktopPoolList } from './list.ts'
import { poolActs, usePoolActBlocked, type PoolAct } from './pool-acts.ts'
import { poolColumns } from './pool-columns.tsx'
import { PoolCard } from './PoolCard.tsx'
import { PoolsActDialog } from './PoolsActDialog.tsx'

export const loader =
  (client: QueryClient) =>
  ({ request }: LoaderFunctionArgs) =>
    loadList(client, desktopPoolList, request.url)

export { onArrival as shouldRevalidate }

const card = (pool: DesktopPoolSummary) => <PoolCard pool={pool} />
const poolName = ({ name }: DesktopPoolSummary) => name
const noun = ['pool', 'pools'] as const
const actIcons: Record<PoolAct, React.ReactNode> = {
  start: <Play aria-hidden className="size-3.5" />,
  stop: <Square aria-hidden className="size-3.5" />,
}

export default function DesktopPoolsPage() {
  const blocked = usePoolActBlocked()
  useLiveLedger()
  const { placeFacets } = usePlaces()
  const list = useList(desktopPoolList)
  const selection = useSelection(list)
  const [question, setQuestion] = useState<{ act: PoolAct; target: Target<'desktop-pools'> } | null>(null)
  const { rows: pools, reading } = useTarget('desktop-pools', question?.target ?? null)
  const { selected } = selection
  const chosen = useRows('desktop-pools', selected.kind === 'rows' ? [...selected.rows.values()] : [])
  const close = () => setQuestion(null)

  const button = (act: PoolAct) => {
    const reasonOf = (pool: DesktopPoolSummary) => blocked(pool, act)
    const possible = selected.kind === 'rows' ? apart(chosen, reasonOf).possible.length : 0
    return (
      <Button
        key={act}
        size="small"
        icon={actIcons[act]}
        blocked={
          selected.kind === 'rows'
            ? allBlocked(chosen, reasonOf, poolActs[act].none)
            : tooMany(selected, list.rows.total)
        }
        onClick={() => setQuestion({ act, target: selection.target() })}
      >
        {buttonWords(act, possible)}
      </Button>
    )
  }

  return (
    <FillPage>
      <PageHead title="Desktop pools" line={<Summary scope={list.query.scope} />} />
      <FreshnessStrip freshness={list.rows.freshness} />
      <ListFilters
        list={list}
        label="Search pools"
        facets={facetsOf(list.counts, list.filters, [...desktopPoolFacets, ...placeFacets])}
      />
      <ListTable
        id="desktop-pools"
        label="Desktop pools"
        of={desktopPoolList}
        list={list}
        columns={poolColumns}
        rowLink={paths.desktopPool}
        selection={{ ...selection, noun, rowName: poolName, actions: (['start', 'stop'] as const).map(button) }}
        note={countWords(list.rows.total, list.all, noun)}
        empty={
          list.isFiltered ? (
            <EmptyState title="No matching pools" action={<Button onClick={list.clear}>Clear filters</Button>} />
          ) : (
            <NothingFound icon={<MonitorCog aria-hidden />} title="No desktop pools" freshness={list.rows.freshness} />
          )
        }
        narrow={card}
      />
      <ReadingRows reading={reading} noun={noun} onClose={close} />
      <PoolsActDialog act={reading ? null : (question?.act ?? null)} pools={pools} onClose={close} />
    </FillPage>
  )
}

/** "31 of 40 pools active, 512 users connected." */
function Summary({ scope }: { scope: string }) {
  const overview = overviewQuery(scope)
  useLiveWindows([topicOf(overview)])
  const connected = useQuery(overview).data?.desktopPools?.usage.connected
  const counts = useUnfilteredCounts('desktop-pools', { scope, sort: desktopPoolList.sort })
  if (!counts || connected === undefined) return null
  const active = countOf(counts, 'state', ['ACTIVE']).toLocaleString('en')
  return `${active} of ${plural(counts.all, 'pool')} active, ${plural(connected, 'user')} connected.`
}

const buttonWords = (act: PoolAct, possible: number) => {
  const verb = act === 'start' ? 'Start' : 'Stop'
  return possible === 0 ? verb : `${verb} ${plural(possible, 'pool')}`
}
