export interface FacetOption {
  value: string
  label: string
  count: number
}

/** A property to filter rows by, with its options. */
export interface Facet {
  /** The name in the address: `?state=ACTIVE`. */
  id: string
  label: string
  options: readonly FacetOption[]
}

/** Chosen values by facet. A row passes a facet if it has any of them; a facet without a choice passes all rows. */
export type Filters = Readonly<Record<string, readonly string[]>>
