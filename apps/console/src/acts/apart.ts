/** An item on which the act is not possible now. */
export interface LeftOutItem<Item> {
  item: Item
  /** A whole sentence. */
  reason: string
}

/** Splits items by whether the act is possible. `reasonOf` gives why it is not, or undefined. */
export function apart<Item>(items: readonly Item[], reasonOf: (item: Item) => string | undefined) {
  const possible: Item[] = []
  const leftOut: LeftOutItem<Item>[] = []
  for (const item of items) {
    const reason = reasonOf(item)
    if (reason === undefined) possible.push(item)
    else leftOut.push({ item, reason })
  }
  return { possible, leftOut }
}

/**
 * Why the act is possible on none of the items: their common reason, else `fallback`. Undefined when it is possible on
 * at least one.
 */
export function allBlocked<Item>(
  items: readonly Item[],
  reasonOf: (item: Item) => string | undefined,
  fallback: string,
): string | undefined {
  const { possible, leftOut } = apart(items, reasonOf)
  if (possible.length > 0) return undefined
  const reasons = new Set(leftOut.map(({ reason }) => reason))
  const [first] = reasons
  return first !== undefined && reasons.size === 1 ? first : fallback
}
