import { ChevronDown, X } from 'lucide-react'
import { Button, IconButton } from './Button.tsx'
import { cn } from './cn.ts'
import type { Facet, Filters } from './facets.ts'
import { Menu, MenuCheckbox } from './Menu.tsx'

interface FilterChipsProps {
  facets: readonly Facet[]
  filters: Filters
  onChange: (facetId: string, values: readonly string[]) => void
  onClear: () => void
}

/** The filters of a list: a chip per facet, "State: Waiting ×", with options and counts. */
export function FilterChips({ facets, filters, onChange, onClear }: FilterChipsProps) {
  const anyChosen = facets.some(({ id }) => (filters[id]?.length ?? 0) > 0)
  return (
    <fieldset aria-label="Filters" className="flex min-w-0 flex-wrap items-center gap-1.5">
      {facets.map((facet) => (
        <FacetChip key={facet.id} facet={facet} chosen={filters[facet.id] ?? []} onChange={onChange} />
      ))}
      {anyChosen && (
        <Button tone="bare" size="small" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </fieldset>
  )
}

interface FacetChipProps {
  facet: Facet
  chosen: readonly string[]
  onChange: FilterChipsProps['onChange']
}

function FacetChip({ facet: { id, label, options }, chosen, onChange }: FacetChipProps) {
  const active = chosen.length > 0
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label)
  return (
    <span
      className={cn(
        'relative inline-flex max-w-full items-center rounded-full border transition-colors',
        active ? 'border-accent bg-accent-soft text-accent' : 'border-control-line bg-surface text-text hover:bg-hover',
      )}
    >
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className={cn(
              'inline-flex h-7 min-w-0 items-center gap-1 rounded-full text-sm font-medium pointer-coarse:h-11',
              active ? 'ps-3 pe-1' : 'ps-3 pe-2',
            )}
          >
            <span className="sr-only">Filter by </span>
            <span className="truncate">{active ? `${label}: ${inShort(names)}` : label}</span>
            {!active && <ChevronDown aria-hidden className="size-3.5 shrink-0 text-text-faint" />}
          </button>
        }
      >
        {options.length === 0 && <p className="px-2 py-1.5 text-text-soft">No values</p>}
        {options.map(({ value, label: name, count }) => (
          <MenuCheckbox
            key={value}
            checked={chosen.includes(value)}
            onChange={(checked) =>
              onChange(id, checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
            note={count.toLocaleString('en')}
          >
            {name}
          </MenuCheckbox>
        ))}
      </Menu>
      {active && (
        <IconButton
          size="small"
          label={`Clear filter ${label}`}
          onClick={() => onChange(id, [])}
          className="me-0.5 h-6! rounded-full! text-accent!"
        >
          <X aria-hidden className="size-3.5" />
        </IconButton>
      )}
    </span>
  )
}

const inShort = (names: readonly string[]) =>
  names.length > 2 ? `${names.slice(0, 2).join(', ')} +${names.length - 2}` : names.join(', ')
