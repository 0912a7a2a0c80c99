import type { Desktop } from '@gatehouse/contract'
import { useState, type ReactNode } from 'react'
import { allBlocked, apart } from '../acts/apart.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { applyFacets, matchesSearch, type FacetDefinition } from '../ui/facets.ts'
import { FilterChips } from '../ui/FilterChips.tsx'
import { capitalized, plural } from '../ui/in-words.ts'
import { SearchField } from '../ui/SearchField.tsx'
import { Table } from '../ui/table/Table.tsx'
import { useListState } from '../ui/use-list-state.ts'
import { useSelection } from '../ui/use-selection.ts'
import { actIcons } from './act-icons.tsx'
import { desktopActs, useDesktopBlocked, type DesktopAct, type PoolStates } from './desktop-acts.ts'
import { desktopColumns, type RowContext } from './desktop-columns.tsx'
import { desktopName } from './desktop-state.ts'
import { DesktopCard } from './DesktopCard.tsx'
import { DesktopsActDialog } from './DesktopsActDialog.tsx'

interface DesktopListProps {
  /** The key under which the chosen columns are stored. */
  id: string
  label: string
  /** Undefined while they load. */
  desktops: readonly Desktop[] | undefined
  pools: PoolStates
  facets: readonly FacetDefinition<Desktop>[]
  poolName?: (desktop: Desktop) => string
  /** `part` grows within a page, `fill` takes the rest of it. */
  height: 'fill' | 'part'
  /** Shown when the list is empty without filters. */
  empty: ReactNode
}

const actsOnSeveral: readonly DesktopAct[] = ['start', 'shut-down', 'power-off', 'delete']
const desktopId = ({ id }: Desktop) => id

/** Desktops with search, filters and sort in the address, and the acts on one or on the selected ones. */
export function DesktopList({ id, label, desktops, pools, facets, poolName, height, empty }: DesktopListProps) {
  const blocked = useDesktopBlocked(pools)
  const list = useListState(
    facets.map((facet) => facet.id),
    { column: 'name', descending: false },
  )
  const selection = useSelection()
  const [question, setQuestion] = useState<{ act: DesktopAct; ids: ReadonlySet<string> } | null>(null)

  const all = desktops ?? []
  const found = all.filter((desktop) => matchesSearch(list.search, [desktop.name, desktop.userName, desktop.id]))
  const shown = applyFacets(found, facets, list.filters)
  const chosen = shown.rows.filter((desktop) => selection.selected.has(desktop.id))
  const context: RowContext = {
    pools,
    poolName,
    onAct: (act, desktop) => setQuestion({ act, ids: new Set([desktop.id]) }),
  }

  const card = (desktop: Desktop) => <DesktopCard desktop={desktop} context={context} />

  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search desktops and users"
          placeholder="Search desktops and users"
          value={list.search}
          onChange={list.setSearch}
        />
        <FilterChips facets={shown.facets} filters={list.filters} onChange={list.setFilter} onClear={list.clear} />
      </div>
      <Table
        id={id}
        label={label}
        rows={desktops && shown.rows}
        columns={desktopColumns(context)}
        rowId={desktopId}
        sort={list.sort}
        onSort={list.setSort}
        height={height}
        selection={{
          selected: selection.selected,
          onChange: selection.onChange,
          noun: ['desktop', 'desktops'],
          rowName: desktopName,
          actions: actsOnSeveral.map((act) => {
            const reasonOf = (desktop: Desktop) => blocked(desktop, act)
            const { verb, past } = desktopActs[act]
            return (
              <Button
                key={act}
                size="small"
                icon={actIcons[act]}
                blocked={allBlocked(chosen, reasonOf, `None of these can be ${past} now.`)}
                onClick={() => setQuestion({ act, ids: new Set(chosen.map(desktopId)) })}
              >
                {capitalized(verb)} {apart(chosen, reasonOf).possible.length || ''}
              </Button>
            )
          }),
        }}
        note={desktops && countWords(shown.rows.length, all.length)}
        empty={
          all.length === 0 ? (
            empty
          ) : (
            <EmptyState title="No matching desktops" action={<Button onClick={list.clear}>Clear filters</Button>} />
          )
        }
        narrow={card}
      />
      <DesktopsActDialog
        act={question?.act ?? null}
        desktops={all.filter((desktop) => question?.ids.has(desktop.id))}
        all={all}
        pools={pools}
        onClose={() => setQuestion(null)}
      />
    </>
  )
}

const countWords = (shown: number, all: number) =>
  shown === all ? plural(all, 'desktop') : `${shown.toLocaleString('en')} of ${plural(all, 'desktop')}`
