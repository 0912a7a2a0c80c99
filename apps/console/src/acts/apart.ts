/** An item that an act cannot be done to now. */
export interface LeftOutItem<Item> {
  item: Item
  /** A whole sentence. */
  reason: string
}

/** Splits items by whether an act can be done to them. `reasonOf` says why it cannot; undefined when it can. */
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
 * Why an act can be done to none of the items: the reason they share, or `otherwise`. Undefined when it can be done to
 * some of them.
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
