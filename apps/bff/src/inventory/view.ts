import { defaultRows } from '@gatehouse/contract'
import type { NounName } from './noun.ts'
import type { WindowSelection } from './query.ts'
import type { ScopePlaces } from './scope.ts'

/** The query of a list, as its endpoint has checked it: the fixed fields, and the noun's filters. */
export interface ListQuery {
  scope?: string | undefined
  search?: string | undefined
  sort?: string | undefined
  offset?: number | undefined
  limit?: number | undefined
  [filter: string]: string | number | readonly string[] | undefined
}

/** What can be watched of the inventory. */
export type View =
  | { kind: 'window' | 'counts'; noun: NounName; query: ListQuery }
  | { kind: 'overview'; nouns: ReadonlySet<NounName>; query: { scope?: string | undefined } }

/** Separates the filters from the fixed fields. */
export function selectionOf(query: ListQuery, places: ScopePlaces): WindowSelection {
  const { scope: _, search, sort, offset = 0, limit = defaultRows, ...others } = query
  const filters = Object.fromEntries(
    Object.entries(others).flatMap(([name, values]) => (Array.isArray(values) ? [[name, values as string[]]] : [])), // the schema allows lists of text only
  )
  return { search, sort, offset, limit, filters, places }
}

/** Names a view: equal views have equal keys. */
export const viewKey = (view: View): string =>
  JSON.stringify([
    view.kind,
    view.kind === 'overview' ? [...view.nouns].toSorted() : view.noun,
    Object.entries(view.query).toSorted(([one], [other]) => one.localeCompare(other)),
  ])
