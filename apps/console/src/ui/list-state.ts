import type { Filters } from './facets.ts'

/** Which column sorts a table, and which way. */
export interface Sort {
  column: string
  descending: boolean
}

/** `name` ascending, `-name` descending. A column that does not sort gives the fallback. */
export function readSort(text: string | null, sorts: readonly string[], fallback: Sort): Sort {
  const descending = text?.startsWith('-') ?? false
  const column = descending ? text?.slice(1) : text
  return column && sorts.includes(column) ? { column, descending } : fallback
}

export const writeSort = ({ column, descending }: Sort) => (descending ? `-${column}` : column)

export const readFilters = (params: URLSearchParams, facetIds: readonly string[]): Filters =>
  Object.fromEntries(facetIds.map((id) => [id, params.getAll(id)]))

/** The address with one facet's choice replaced; everything else in it stays. */
export function writeFilter(params: URLSearchParams, id: string, values: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(params)
  next.delete(id)
  for (const value of values) next.append(id, value)
  return next
}

/** The address with a parameter set, or taken out when it is empty. */
export function writeParam(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}
