import type { Change, Listing } from '@gatehouse/contract'

/**
 * The listing with a change applied: what changed is replaced where it stands, what came is appended, what went is
 * gone. Without a listing only a whole change makes one; undefined otherwise, which leaves the cache as it is.
 *
 * A change is applied even when it seems older than the listing: `readAt` is that of its oldest part, others may be
 * younger, and what is stale in it the next change puts right.
 */
export function applyChange<T extends { id: string }>(
  listing: Listing<T> | undefined,
  { whole, items, removed, readAt, sources, unread }: Change<T>,
): Listing<T> | undefined {
  if (whole) return { items, readAt, sources, unread }
  if (!listing) return undefined

  const byId = new Map(listing.items.map((item) => [item.id, item]))
  for (const item of items) byId.set(item.id, item)
  for (const id of removed) byId.delete(id)
  return { items: [...byId.values()], readAt, sources, unread }
}
