import type { Change, Listing } from '@gatehouse/contract'

/**
 * Applies a change to a listing: changed items keep their place, added items are appended, removed items are dropped. A
 * whole change creates a missing listing; any other gives undefined, which leaves the cache unchanged. The cache keeps a
 * listing with a later `snapshotAt`, which holds the change already (`newerOf`).
 */
export function applyChange<T extends { id: string }>(
  listing: Listing<T> | undefined,
  { whole, items, removed, readAt, snapshotAt, sources, unread }: Change<T>,
): Listing<T> | undefined {
  if (whole) return { items, readAt, snapshotAt, sources, unread }
  if (!listing) return undefined

  const byId = new Map(listing.items.map((item) => [item.id, item]))
  for (const item of items) byId.set(item.id, item)
  for (const id of removed) byId.delete(id)
  return { items: [...byId.values()], readAt, snapshotAt, sources, unread }
}
