import type { Desktop } from '@gatehouse/contract'
import { useState, type ReactNode } from 'react'
import { allBlocked, apart } from '../acts/apart.ts'
import type { FacetWords } from '../lists/facets.ts'
import { facetsOf } from '../lists/facets.ts'
import type { List } from '../lists/list.ts'
import { ListFilters } from '../lists/ListFilters.tsx'
import { ListTable } from '../lists/ListTable.tsx'
import { ReadingRows } from '../lists/ReadingRows.tsx'
import type { ListOnPage } from '../lists/use-list.ts'
import { useRows } from '../lists/use-rows.ts'
import { useSelection } from '../lists/use-selection.ts'
import { tooMany, useTarget, type Target } from '../lists/use-target.ts'
import { countWords } from '../lists/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { capitalized } from '../ui/in-words.ts'
import { actIcons } from './act-icons.tsx'
import { desktopActs, useDesktopBlocked, type DesktopAct } from './desktop-acts.ts'
import { desktopColumns, type RowContext } from './desktop-columns.tsx'
import { desktopName } from './desktop-state.ts'
import { DesktopCard } from './DesktopCard.tsx'
import { DesktopsActDialog } from './DesktopsActDialog.tsx'

interface DesktopListProps {
  /** The key under which the chosen columns are stored. */
  id: string
  label: string
  of: List<'desktops'>
  list: ListOnPage<'desktops'>
  facets: readonly FacetWords[]
  /** The desktops are of several pools. */
  hasPools: boolean
  /** `part` grows within a page, `fill` takes the rest of it. */
  height: 'fill' | 'part'
  /** Shown when the list is empty without filters. */
  empty: ReactNode
}

const actsOnSeveral: readonly DesktopAct[] = ['start', 'shut-down', 'power-off', 'delete']
const noun = ['desktop', 'desktops'] as const

/** Desktops with search, filters and sort in the address, and the acts on one or on the selected ones. */
export function DesktopList({ id, label, of, list, facets, hasPools, height, empty }: DesktopListProps) {
  const blocked = useDesktopBlocked()
  const selection = useSelection(list)
  const [question, setQuestion] = useState<{ act: DesktopAct; target: Target<'desktops'> } | null>(null)
  const { rows: desktops, reading } = useTarget('desktops', question?.target ?? null)
  const { selected } = selection
  const chosen = useRows('desktops', selected.kind === 'rows' ? [...selected.rows.values()] : [])
  const context: RowContext = {
    hasPools,
    onAct: (act, desktop) => setQuestion({ act, target: { kind: 'rows', rows: [desktop] } }),
  }
  const close = () => setQuestion(null)

  const button = (act: DesktopAct) => {
    const reasonOf = (desktop: Desktop) => blocked(desktop, act)
    const { verb, past } = desktopActs[act]
    const none = `None of these can be ${past} now.`
    const possible = selected.kind === 'rows' ? apart(chosen, reasonOf).possible.length : 0
    return (
      <Button
        key={act}
        size="small"
        icon={actIcons[act]}
        blocked={selected.kind === 'rows' ? allBlocked(chosen, reasonOf, none) : tooMany(selected, list.rows.total)}
        onClick={() => setQuestion({ act, target: selection.target() })}
      >
        {capitalized(verb)} {possible || ''}
      </Button>
    )
  }
  const card = (desktop: Desktop) => <DesktopCard desktop={desktop} context={context} />

  return (
    <>
      <ListFilters
        list={list}
        label="Search desktops and users"
        placeholder="Search desktops and users"
        facets={facetsOf(list.counts, list.filters, facets)}
      />
      <ListTable
        id={id}
        label={label}
        of={of}
        list={list}
        columns={desktopColumns(context)}
        height={height}
        selection={{ ...selection, noun, rowName: desktopName, actions: actsOnSeveral.map(button) }}
        note={countWords(list.rows.total, list.all, noun)}
        empty={
          list.isFiltered ? (
            <EmptyState title="No matching desktops" action={<Button onClick={list.clear}>Clear filters</Button>} />
          ) : (
            empty
          )
        }
        narrow={card}
      />
      <ReadingRows reading={reading} noun={noun} onClose={close} />
      <DesktopsActDialog act={reading ? null : (question?.act ?? null)} desktops={desktops} onClose={close} />
    </>
  )
}
