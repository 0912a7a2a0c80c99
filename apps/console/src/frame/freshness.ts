import type { Unread } from '@gatehouse/contract'

export interface Freshness {
  /** The oldest `readAt` on screen. Null without any. */
  readAt: string | null
  /** Without duplicates. */
  unread: Unread[]
}

/** The freshness of the page, from the data of its queries. */
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
