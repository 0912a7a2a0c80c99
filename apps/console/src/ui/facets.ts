/** A property to filter rows by: `{ id: 'state', label: 'State', values: (pool) => [pool.state], name: inWords }`. */
export interface FacetDefinition<Row> {
  /** The name in the address: `?state=ACTIVE`. */
  id: string
  label: string
  /** The values of a row. May be empty. */
  values: (row: Row) => readonly string[]
  /** A value in words. */
  name?: (value: string) => string
}

export interface FacetOption {
  value: string
  label: string
  count: number
}

/** A facet with its options, ready to show. */
export interface Facet {
  id: string
  label: string
  options: readonly FacetOption[]
}

/** Chosen values by facet. A row passes a facet if it has any of them; a facet without a choice passes all rows. */
export type Filters = Readonly<Record<string, readonly string[]>>

/**
 * The rows that pass all facets, and the facets with counts. The count of an option is of rows that pass all other
 * facets. A chosen value stays an option even if no row has it.
 */
export function applyFacets<Row>(
  rows: readonly Row[],
  definitions: readonly FacetDefinition<Row>[],
  filters: Filters,
): { rows: Row[]; facets: Facet[] } {
  const failed = rows.map((row) => definitions.filter((facet) => !passes(row, facet, filters)))
  const facets = definitions.map((facet) => {
    const counts = new Map((filters[facet.id] ?? []).map((value) => [value, 0]))
    for (const [index, row] of rows.entries()) {
      if (failed[index]?.some((other) => other !== facet)) continue
      for (const value of new Set(facet.values(row))) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const options = [...counts].map(([value, count]) => ({ value, count, label: facet.name?.(value) ?? value }))
    return { id: facet.id, label: facet.label, options: options.sort((a, b) => a.label.localeCompare(b.label)) }
  })
  return { rows: rows.filter((_row, index) => failed[index]?.length === 0), facets }
}

function passes<Row>(row: Row, { id, values }: FacetDefinition<Row>, filters: Filters) {
  const chosen = filters[id]
  return !chosen || chosen.length === 0 || values(row).some((value) => chosen.includes(value))
}

/** Whether the texts contain every word of the search, ignoring case. An empty search matches. */
export function matchesSearch(search: string, texts: readonly (string | null | undefined)[]): boolean {
  const whole = texts.join('\n').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word))
}
