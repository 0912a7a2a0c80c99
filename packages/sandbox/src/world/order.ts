/** What rows are ordered by; ties are broken by their ids. */
export type SortKey<R> = (row: R) => string | number

/** Where something is in an order: the sort key and id of a row, which need not be there any more. */
export type Place = [key: string | number, id: string]

/** Rows in an order that is kept as they come, change and go, so that a page of them costs no sort. */
export interface Order<R> {
  /** Those behind a place, or all of them, on demand; backwards when `descending`. Nothing may change meanwhile. */
  after(place: Place | undefined, descending: boolean): Iterable<R>
  insert(row: R): void
  /** Before anything of it changes that the order looks at. */
  remove(row: R): void
}

export const comparePlaces = (a: Place, b: Place): number =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0

export function createOrder<R extends { readonly id: string }>(rows: Iterable<R>, by: SortKey<R>): Order<R> {
  const placeOf = (row: R): Place => [by(row), row.id]
  const sorted = Array.from(rows, (row) => ({ row, place: placeOf(row) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ row }) => row)

  /** How many rows are before the place, or before and at it. */
  function rank(place: Place, isIncluded: boolean): number {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      const compared = comparePlaces(placeOf(sorted[middle]!), place) // between two bounds of the array
      if (compared < 0 || (isIncluded && compared === 0)) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    *after(place, descending) {
      if (descending) for (let at = place ? rank(place, false) - 1 : sorted.length - 1; at >= 0; at--) yield sorted[at]! // inside
      else for (let at = place ? rank(place, true) : 0; at < sorted.length; at++) yield sorted[at]! // inside
    },
    insert(row) {
      sorted.splice(rank(placeOf(row), false), 0, row)
    },
    remove(row) {
      const at = rank(placeOf(row), false)
      if (sorted[at] === row) sorted.splice(at, 1)
    },
  }
}
