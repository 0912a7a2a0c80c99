import type { Unread } from '@gatehouse/contract'

export interface Freshness {
  /** When the oldest of what is on screen was read; null when nothing of it says. */
  readAt: string | null
  /** Each place once. */
  unread: Unread[]
}

/** How fresh what is on screen is, from all that has been read for it. */
export function freshnessOf(read: readonly unknown[]): Freshness {
  const dated = read.filter(saysWhen)
  const readAt = dated.map((each) => each.readAt).toSorted()[0] ?? null
  const unread = new Map(
    dated
      .flatMap((each) => (Array.isArray(each.unread) ? (each.unread as Unread[]) : [])) // only listings have `unread`
      .map((each) => [`${each.connectionId} ${each.service} ${each.compartment?.id ?? ''}`, each]),
  )
  return { readAt, unread: [...unread.values()] }
}

const saysWhen = (read: unknown): read is { readAt: string; unread?: unknown } =>
  typeof read === 'object' && read !== null && 'readAt' in read && typeof read.readAt === 'string'
