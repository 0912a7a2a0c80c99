import { hash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Problem } from '../problem.ts'
import type { Tables } from '../store/tables.ts'
import { placeIds, type Item, type Noun, type Place } from './noun.ts'
import { chunked, printsOf } from './rows.ts'
import type { Changed } from './write-place.ts'

/** The longest time that reading one place may take, in milliseconds. A listing without end is abandoned then. */
const longestReadMs = 60_000

/** The most pages of one place: 500,000 desktops. */
const mostPages = 500

/** What a read of a place found, compared with the rows before. */
export interface PlaceRead<T> {
  changed: Changed<T>[]
  missing: string[]
  items: number
  /** Something in the place is in transition. */
  isMoving: boolean
  /** The prints after the read, for the next one. */
  prints: Map<string, string>
}

interface ReadPlaceOptions<T extends Item> {
  db: Kysely<Tables>
  noun: Noun<T>
  place: Place
  /** The prints of the last read; absent when they have to come from the store. */
  before: Map<string, string> | undefined
  signal: AbortSignal
}

/**
 * Reads a place and finds what changed. Works a page at a time, so that the event loop is free between them. Rejects when
 * a page cannot be read, and when the listing has no end.
 */
export async function readPlace<T extends Item>(options: ReadPlaceOptions<T>): Promise<PlaceRead<T>> {
  const { db, noun, place } = options
  const deadline = AbortSignal.timeout(longestReadMs)
  const signal = AbortSignal.any([options.signal, deadline])
  const before = (noun.hasOtherWriters ? undefined : options.before) ?? (await printsOf(db, noun.name, placeIds(place)))
  const changed = new Map<string, Changed<T>>()
  const prints = new Map<string, string>()
  let isMoving = false
  let pages = 0

  const sourcesOf = (ids: readonly string[]) => readSources(db, noun, place, ids)
  const pagesOfPlace = noun.read(place, { signal, sourcesOf, db })
  for await (const page of untilDeadline(pagesOfPlace, deadline)) {
    pages += 1
    if (pages > mostPages)
      throw new Problem(
        'upstream',
        `OCI listed more than ${mostPages} pages for this compartment, so Gatehouse stopped reading.`,
      )
    for (const { item, source = null } of page) {
      const print = printOf(item, source)
      prints.set(item.id, print)
      if (before.get(item.id) === print) changed.delete(item.id)
      else changed.set(item.id, { item, print, source })
      isMoving ||= noun.isMoving(item)
    }
  }
  return {
    changed: [...changed.values()],
    missing: [...before.keys()].filter((id) => !prints.has(id)),
    items: prints.size,
    isMoving,
    prints,
  }
}

async function* untilDeadline<P>(pages: AsyncIterable<P>, deadline: AbortSignal): AsyncGenerator<P> {
  try {
    yield* pages
  } catch (error) {
    if (!deadline.aborted) throw error
    throw new Problem('upstream_timeout', `OCI did not list this compartment within ${longestReadMs / 1000} s.`, {
      cause: error,
    })
  }
}

/** A hash of what was read of an item. */
export const printOf = (item: Item, source: string | null): string =>
  hash('sha1', JSON.stringify([item, source]), 'base64url')

async function readSources<T extends Item>(
  db: Kysely<Tables>,
  noun: Noun<T>,
  { connection }: Place,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const sources = new Map<string, string>()
  for (const chunk of chunked(ids)) {
    const rows = await db
      .selectFrom('inventory_items')
      .select(['id', 'source'])
      .where('noun', '=', noun.name)
      .where('connection_id', '=', connection.id)
      .where('id', 'in', chunk)
      .execute()
    for (const { id, source } of rows) if (source !== null) sources.set(id, source)
  }
  return sources
}
