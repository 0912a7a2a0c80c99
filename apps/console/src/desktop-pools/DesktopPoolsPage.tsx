import type { DesktopPoolSummary } from '@gatehouse/contract'
import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { MonitorCog, Play, Square } from 'lucide-react'
import { useState } from 'react'
import { allBlocked, apart } from '../acts/apart.ts'
import { FreshnessStrip } from '../frame/FreshnessStrip.tsx'
import { usePlaces } from '../frame/use-places.ts'
import { topics } from '../live/topics.ts'
import { useLiveLedger } from '../live/use-live-ledger.ts'
import { useLiveTopics } from '../live/use-live.ts'
import { paths } from '../paths.ts'
import { poolState } from '../states/pool-state.ts'
import { cutOffTotals } from '../states/pool-usage.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { applyFacets, matchesSearch, type FacetDefinition } from '../ui/facets.ts'
import { FilterChips } from '../ui/FilterChips.tsx'
import { plural } from '../ui/in-words.ts'
import { FillPage } from '../ui/Page.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Table } from '../ui/table/Table.tsx'
import { useListState } from '../ui/use-list-state.ts'
import { useSelection } from '../ui/use-selection.ts'
import { poolActs, usePoolActBlocked, type PoolAct } from './pool-acts.ts'
import { poolColumns } from './pool-columns.tsx'
import { PoolCard } from './PoolCard.tsx'
import { PoolsActDialog } from './PoolsActDialog.tsx'
import { desktopPoolsQuery } from './queries.ts'

export const loader = (client: QueryClient) => () => client.ensureQueryData(desktopPoolsQuery)

const facetIds = ['state', 'compartment', 'connection']
const poolId = ({ id }: DesktopPoolSummary) => id
const card = (pool: DesktopPoolSummary) => <PoolCard pool={pool} />
const poolName = ({ name }: DesktopPoolSummary) => name

export default function DesktopPoolsPage() {
  const blocked = usePoolActBlocked()
  const { data: listing } = useSuspenseQuery(desktopPoolsQuery)
  useLiveTopics([topics.desktopPools])
  useLiveLedger()
  const { inScope, connectionName } = usePlaces()
  const list = useListState(facetIds, { column: 'name', descending: false })
  const selection = useSelection()
  const [question, setQuestion] = useState<{ act: PoolAct; ids: ReadonlySet<string> } | null>(null)

  const facets: FacetDefinition<DesktopPoolSummary>[] = [
    { id: 'state', label: 'State', values: ({ state }) => [state], name: (state) => poolState(state).word },
    { id: 'compartment', label: 'Compartment', values: ({ compartment }) => (compartment ? [compartment.path] : []) },
    { id: 'connection', label: 'Connection', values: ({ connectionId }) => [connectionId], name: connectionName },
  ]
  const all = listing.items.filter(inScope)
  const found = all.filter((pool) => matchesSearch(list.search, [pool.name, pool.id, pool.compartment?.path]))
  const shown = applyFacets(found, facets, list.filters)
  const chosen = shown.rows.filter(({ id }) => selection.selected.has(id))

  return (
    <FillPage>
      <PageHead title="Desktop pools" line={summary(all)} />
      <FreshnessStrip listing={listing} />
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label="Search pools" value={list.search} onChange={list.setSearch} />
        <FilterChips facets={shown.facets} filters={list.filters} onChange={list.setFilter} onClear={list.clear} />
      </div>
      <Table
        id="desktop-pools"
        label="Desktop pools"
        rows={shown.rows}
        columns={poolColumns}
        rowId={poolId}
        rowLink={paths.desktopPool}
        sort={list.sort}
        onSort={list.setSort}
        selection={{
          selected: selection.selected,
          onChange: selection.onChange,
          noun: ['pool', 'pools'],
          rowName: poolName,
          actions: (['start', 'stop'] as const).map((each) => (
            <Button
              key={each}
              size="small"
              icon={
                each === 'start' ? (
                  <Play aria-hidden className="size-3.5" />
                ) : (
                  <Square aria-hidden className="size-3.5" />
                )
              }
              blocked={allBlocked(chosen, (pool) => blocked(pool, each), poolActs[each].none)}
              onClick={() => setQuestion({ act: each, ids: new Set(chosen.map(poolId)) })}
            >
              {buttonWords(each, apart(chosen, (pool) => blocked(pool, each)).possible.length)}
            </Button>
          )),
        }}
        note={
          shown.rows.length === all.length
            ? plural(all.length, 'pool')
            : `${shown.rows.length} of ${plural(all.length, 'pool')}`
        }
        empty={<NoPools filtered={all.length > 0} sources={listing.sources} onClear={list.clear} />}
        narrow={card}
      />
      <PoolsActDialog
        act={question?.act ?? null}
        // a filter may hide a pool while the dialog is open
        pools={listing.items.filter(({ id }) => question?.ids.has(id))}
        all={listing.items}
        onClose={() => setQuestion(null)}
      />
    </FillPage>
  )
}

function summary(pools: readonly DesktopPoolSummary[]) {
  const active = pools.filter(({ state }) => state === 'ACTIVE').length
  const { connected } = cutOffTotals(pools.map(({ usage }) => usage))
  return `${active} of ${plural(pools.length, 'pool')} active, ${plural(connected, 'user')} connected.`
}

const buttonWords = (act: PoolAct, possible: number) => {
  const verb = act === 'start' ? 'Start' : 'Stop'
  return possible === 0 ? verb : `${verb} ${plural(possible, 'pool')}`
}

interface NoPoolsProps {
  filtered: boolean
  sources: { compartments: number; regions: number }
  onClear: () => void
}

const NoPools = ({ filtered, sources, onClear }: NoPoolsProps) =>
  filtered ? (
    <EmptyState title="No matching pools" action={<Button onClick={onClear}>Clear filters</Button>} />
  ) : (
    <EmptyState icon={<MonitorCog aria-hidden />} title="No desktop pools">
      Searched {plural(sources.compartments, 'compartment')} in {plural(sources.regions, 'region')}.
    </EmptyState>
  )
