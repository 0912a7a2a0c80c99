import type { Facet } from '../ui/facets.ts'
import { FilterChips } from '../ui/FilterChips.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import type { ListState } from '../ui/use-list-state.ts'

interface ListFiltersProps {
  list: ListState
  /** "Search pools", the name of the field. */
  label: string
  placeholder?: string
  facets: readonly Facet[]
}

/** Above a list: its search and its filters. */
export const ListFilters = ({ list, label, placeholder, facets }: ListFiltersProps) => (
  <div className="flex flex-wrap items-center gap-2">
    <SearchField label={label} {...(placeholder && { placeholder })} value={list.search} onChange={list.setSearch} />
    {/* one line of filters on a phone, so that the list starts above the fold */}
    <div className="min-w-0 max-sm:w-full max-sm:overflow-x-auto max-sm:[&>*]:w-max max-sm:[&>*]:flex-nowrap">
      <FilterChips facets={facets} filters={list.filters} onChange={list.setFilter} onClear={list.clear} />
    </div>
  </div>
)
