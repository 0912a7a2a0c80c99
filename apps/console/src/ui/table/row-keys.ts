/** The row that a key leads to, or null when the key moves nowhere. `page` is how many rows fit. */
export function nextIndex(key: string, active: number, count: number, page: number): number | null {
  const to = targets(active, count, Math.max(1, page))[key]
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to))
}

const targets = (active: number, count: number, page: number): Record<string, number> => ({
  ArrowDown: active + 1,
  j: active + 1,
  ArrowUp: active - 1,
  k: active - 1,
  PageDown: active + page,
  PageUp: active - page,
  Home: 0,
  End: count - 1,
})

/** Whether the key was pressed on a row itself, not in a field or on a button within it. */
export const isOwnPress = ({ target, altKey }: KeyboardEvent) =>
  !altKey && target instanceof HTMLElement && target.matches('tr[data-index]')
