import type { Change, Listing, ServiceId } from '@gatehouse/contract'
import type { Keyring } from '../keyring/keyring.ts'
import { readEverywhere, type Everywhere, type Place } from './everywhere.ts'
import type { LiveEvent, Source } from './source.ts'

/** A listing with a print of each item. Comparing the prints of two listings gives the changed items. */
export interface ListingState<T> extends Everywhere<T> {
  prints: ReadonlyMap<string, string>
}

interface ListingOptions<T> {
  keyring: Keyring
  services: readonly ServiceId[]
  read: (place: Place, signal: AbortSignal) => Promise<T[]>
  /** Adds what a single place cannot tell, such as the usage of a pool. */
  complete?: (listing: Listing<T>, signal: AbortSignal) => Promise<Listing<T>>
  /** Whether an item is in transition to another state. */
  moving: (item: T) => boolean
  toEvent: (change: Change<T>) => LiveEvent
  topic: string
}

/** The source of a listing over all connections and compartments. Watchers get the changed items only. */
export function listingSource<T extends { id: string }>(options: ListingOptions<T>): Source<ListingState<T>> {
  const { topic, toEvent } = options
  return {
    // A listing costs a call per place, so an item that is stuck in transition must not keep polling fast.
    movingGrowth: 1.2,
    async read(previous, signal, only) {
      const everywhere = await readEverywhere({ ...options, previous, only, signal })
      const listing = (await options.complete?.(everywhere.listing, signal)) ?? everywhere.listing
      return toListingState({ listing, parts: everywhere.parts })
    },
    whole: ({ listing }) => [toEvent(wholeOf(topic, listing))],
    changes(before, after) {
      const change = changeOf(topic, before, after)
      return change ? [toEvent(change)] : []
    },
    moving: ({ listing }) => listing.items.some(options.moving),
    ended: () => false,
  }
}

export function toListingState<T extends { id: string }>(everywhere: Everywhere<T>): ListingState<T> {
  return { ...everywhere, prints: new Map(everywhere.listing.items.map((item) => [item.id, JSON.stringify(item)])) }
}

export const wholeOf = <T>(topic: string, { items, readAt, snapshotAt, sources, unread }: Listing<T>): Change<T> => ({
  topic,
  whole: true,
  items,
  removed: [],
  readAt,
  snapshotAt,
  sources,
  unread,
})

/** Undefined when nothing but the time of reading changed. */
export function changeOf<T extends { id: string }>(
  topic: string,
  before: ListingState<T>,
  after: ListingState<T>,
): Change<T> | undefined {
  const items = after.listing.items.filter(({ id }) => before.prints.get(id) !== after.prints.get(id))
  const removed = [...before.prints.keys()].filter((id) => !after.prints.has(id))
  const isSame = items.length === 0 && removed.length === 0 && coverageOf(before.listing) === coverageOf(after.listing)
  if (isSame) return undefined
  return { ...wholeOf(topic, after.listing), whole: false, items, removed }
}

/** The sources and the unread places. Without request ids, because each failed read has another one. */
const coverageOf = <T>({ sources, unread }: Listing<T>) =>
  JSON.stringify([sources, unread.map((place) => ({ ...place, opcRequestId: null }))])
