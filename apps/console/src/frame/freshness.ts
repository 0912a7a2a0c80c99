import type { Freshness, Unread } from '@gatehouse/contract'

/** How recent the data of a page is. */
export interface PageFreshness extends Pick<Freshness, 'pending' | 'places' | 'unreadTotal'> {
  /** The oldest read on the page. Null without any. */
  readAt: string | null
  /** The places that could not be read, without duplicates; the BFF names the first hundred of a list. */
  unread: Unread[]
}

/**
 * The freshness of the page, from the data of its queries: of its windows, or else of the single things on it.
 */
export function freshnessOf(read: readonly unknown[]): PageFreshness {
  const windows = read.flatMap(freshnessIn)
  const dated = windows.length > 0 ? windows : read.filter(saysWhen)
  const readAt = dated.flatMap((each) => each.readAt ?? []).toSorted()[0] ?? null
  const unread = new Map(
    windows
      .flatMap((each) => each.unread)
      .map((each) => [`${each.connectionId} ${each.service} ${each.compartment?.id ?? ''}`, each]),
  )
  // windows of one noun are about the same places: the one with the most stands for all
  const [pending] = windows.toSorted((a, b) => b.pending - a.pending)
  return {
    readAt,
    pending: pending?.pending ?? 0,
    places: pending?.places ?? 0,
    unread: [...unread.values()],
    unreadTotal: Math.max(unread.size, ...windows.map(({ unreadTotal }) => unreadTotal)),
  }
}

/** Of a window, or of the parts of the overview. */
function freshnessIn(read: unknown): Freshness[] {
  if (!isObject(read)) return []
  const parts = 'freshness' in read ? [read] : Object.values(read).filter(isObject)
  return parts.flatMap((part) => ('freshness' in part ? (part.freshness as Freshness) : [])) // as the contract promises
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const saysWhen = (read: unknown): read is { readAt: string } => isObject(read) && typeof read.readAt === 'string'
