import { hash } from 'node:crypto'
import { defaultRows } from '@gatehouse/contract'
import type { Store } from '../store/store.ts'
import type { Item, Noun, NounName } from './noun.ts'
import {
  countRows,
  countValues,
  filtersOf,
  selectWindow,
  type Selection,
  type WindowRow,
  type WindowSelection,
} from './query.ts'
import { scopeKey } from './scope.ts'

/** Rows of a list, as the contract promises them, without their freshness. */
export interface WindowRows<T> {
  rows: T[]
  total: number
  version: string
}

/** Rows per value of each filter, as the contract promises them. */
export interface ValueCounts {
  all: number
  filters: Record<string, { value: string; label: string | null; count: number }[]>
  version: string
}

/** Windows over the inventory. Equal ones are computed once per version of what they show. */
export interface Windows {
  rows(noun: Noun, selection: Partial<WindowSelection> & Selection): Promise<WindowRows<Item>>
  counts(noun: Noun, selection: Selection): Promise<ValueCounts>
  /** Caches whatever else is computed from these nouns. */
  cached<T>(key: string, nouns: readonly NounName[], compute: () => Promise<T>): Promise<T>
}

/** The most results to cache. The least recently used are dropped first. */
const resultsKept = 300

export function createWindows(store: Pick<Store, 'reader'>, versionOf: (noun: NounName) => number): Windows {
  const db = store.reader
  const cache = new Map<string, { versions: string; result: Promise<unknown> }>()

  function cached<T>(key: string, nouns: readonly NounName[], compute: () => Promise<T>): Promise<T> {
    const versions = nouns.map(versionOf).join(' ')
    const existing = cache.get(key)
    cache.delete(key)
    if (existing?.versions === versions) {
      cache.set(key, existing)
      return existing.result as Promise<T> // a key has one kind of result
    }
    const entry = { versions, result: compute() }
    cache.set(key, entry)
    entry.result.catch(() => cache.get(key) === entry && cache.delete(key))
    const [oldest] = cache.keys()
    if (cache.size > resultsKept && oldest !== undefined) cache.delete(oldest)
    return entry.result
  }

  return {
    cached,
    rows: (noun, { offset = 0, limit = defaultRows, ...rest }) =>
      cached(`rows ${keyOf(noun, rest)} ${rest.sort ?? ''} ${offset} ${limit}`, shownBy(noun), async () => {
        const { rows: found, total } = await selectWindow(db, noun, { ...rest, offset, limit })
        const items = found.map((row) => toItem(row, noun))
        const rows = noun.decorate ? await noun.decorate(items, db) : items
        return { rows, total, version: versionOfContent([rows, total]) }
      }),
    counts: (noun, selection) =>
      cached(`counts ${keyOf(noun, selection)}`, shownBy(noun), async () => {
        const all = await countRows(db, noun, { filters: {}, places: selection.places })
        const filters: ValueCounts['filters'] = {}
        for (const [name, filter] of Object.entries(filtersOf(noun))) {
          if (!('column' in filter)) continue
          const counted = await countValues(db, noun, selection, name)
          const values = withChosen(counted, selection.filters[name])
          const labels = await noun.labels?.[name]?.(
            values.map(({ value }) => value),
            db,
          )
          filters[name] = values.map(({ value, count }) => ({ value, label: labels?.get(value) ?? null, count }))
        }
        return { all, filters, version: versionOfContent([all, filters]) }
      }),
  }
}

const shownBy = (noun: Noun): readonly NounName[] => [noun.name, ...(noun.dependsOn ?? [])]

/** Equal selections have equal keys, in whichever order their filters and values come. */
function keyOf({ name }: Noun, { search = '', filters, places }: Selection): string {
  const chosen = Object.entries(filters)
    .filter(([, values]) => values !== undefined && values.length > 0)
    .map(([filter, values = []]) => [filter, values.toSorted()] as const)
    .toSorted(([one], [other]) => one.localeCompare(other))
  return JSON.stringify([name, search.trim().toLowerCase(), chosen, scopeKey(places)])
}

const versionOfContent = (content: unknown) => hash('sha1', JSON.stringify(content), 'base64url')

/** Nouns that are kept have the time since when OCI no longer lists the item. */
function toItem({ item, goneAt }: WindowRow, noun: Noun): Item {
  const parsed = JSON.parse(item) as Item // written by the noun's reader, in the contract's words
  return noun.isKept ? Object.assign(parsed, { forgottenAt: goneAt }) : parsed
}

/** A chosen value stays an option even if no row has it. */
function withChosen(counted: { value: string; count: number }[], chosen: readonly string[] = []) {
  const there = new Set(counted.map(({ value }) => value))
  return [...counted, ...chosen.filter((value) => !there.has(value)).map((value) => ({ value, count: 0 }))]
}
