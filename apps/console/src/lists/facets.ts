import type { Counts } from '@gatehouse/contract'
import type { Facet, Filters } from '../ui/facets.ts'

/** A filter as a chip. */
export interface FacetWords {
  /** The name of the filter. */
  id: string
  label: string
  /** A value in words. Without it, the label that the counts give, or else the value. */
  name?: (value: string) => string | undefined
}

/** The chips of a list with their options. A chosen value stays an option even if no row has it. */
export const facetsOf = (counts: Counts | undefined, filters: Filters, words: readonly FacetWords[]): Facet[] =>
  words.map(({ id, label, name }) => {
    const counted = counts?.filters[id] ?? []
    const chosen = (filters[id] ?? []).filter((value) => !counted.some((option) => option.value === value))
    const options = [...counted, ...chosen.map((value) => ({ value, label: null, count: 0 }))].map(
      ({ value, label: given, count }) => ({ value, count, label: name?.(value) ?? given ?? value }),
    )
    return { id, label, options: options.toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })) }
  })

/** The rows with a value of a filter. 0 until they are counted. */
export const countOf = (counts: Counts | undefined, filter: string, values: readonly string[]) =>
  (counts?.filters[filter] ?? [])
    .filter(({ value }) => values.includes(value))
    .reduce((sum, { count }) => sum + count, 0)
