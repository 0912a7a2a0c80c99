import type { OperationId, OperationInput, OperationOutput } from '@gatehouse/oci-api'
import { smallest } from './world/smallest.ts'
import type { Order, Place, SortKey } from './world/order.ts'
import { comparePlaces } from './world/order.ts'
import type { Region, User, World } from './world/world.ts'

/** Who calls, and where. */
export interface Context {
  world: World
  /** The region whose endpoint was called. */
  region: Region
  /** The OCI user whose key signed the call. */
  caller: User
}

/**
 * What one operation does, and no more. Said once around all of them (`server/`): signature, body hash and clock skew;
 * schema of path, query and body; that the thing named in the path exists in this region, in a compartment the caller
 * may see (404 otherwise), and that `if-match` is its etag (412 otherwise); that a `compartmentId` in the query is one
 * the caller may see; retry tokens; paging; status code, `etag` and `opc-request-id` of the answer.
 */
export type Handler<Id extends OperationId> = (
  input: OperationInput<Id>,
  context: Context,
) => Reply<OperationOutput<Id>>

/** `items` of the collection that an operation answers with, or of the bare array. */
type Item<Body> = Body extends { items: (infer I)[] } ? I : Body extends (infer I)[] ? I : never

export type Reply<Body> = Answer<Body> | Page<Item<Body>>

export interface Answer<Body> {
  kind: 'answer'
  body: Body
  workRequestId?: string
  headers?: Record<string, string>
}

export interface Page<I> {
  kind: 'page'
  /** The page of at most `limit` items after `cursor`, and the cursor of what follows. Made by `page`. */
  take(limit: number, cursor: Cursor | undefined): { items: I[]; next: Cursor | undefined }
}

/** Where a page ended: the sort key and id of its last row, so that rows added meanwhile repeat and lose nothing. */
export type Cursor = Place

export const answer = <Body>(body: Body, more: { workRequestId?: string } = {}) =>
  ({ kind: 'answer', body, ...more }) satisfies Answer<Body>

/** An answer without body. */
export const done = (workRequestId?: string): Answer<undefined> => ({
  kind: 'answer',
  body: undefined,
  ...(workRequestId ? { workRequestId } : {}),
})

/** A list: the matching rows, the key to sort them by (ties by id), and how a row reads as an item. */
export function page<R extends { id: string }, I>(
  rows: Iterable<R>,
  options: { by: SortKey<R>; descending?: boolean; toItem: (row: R) => I },
): Page<I> {
  const sign = options.descending ? -1 : 1
  const compare = (a: Cursor, b: Cursor) => sign * comparePlaces(a, b)
  return {
    kind: 'page',
    take(limit, cursor) {
      const candidates: { at: Cursor; row: R }[] = []
      for (const row of rows) {
        const at: Cursor = [options.by(row), row.id]
        if (!cursor || compare(at, cursor) > 0) candidates.push({ at, row })
      }
      const taken = smallest(candidates, limit, (a, b) => compare(a.at, b.at))
      return {
        items: taken.map(({ row }) => options.toItem(row)),
        next: candidates.length > limit ? taken.at(-1)?.at : undefined,
      }
    },
  }
}

/** A list of a large table, which keeps its rows in order: a page costs no more than the rows it looks at. */
export const orderedPage = <R extends { id: string }, I>(
  order: Order<R>,
  options: { by: SortKey<R>; where: (row: R) => boolean; descending?: boolean; toItem: (row: R) => I },
): Page<I> => ({
  kind: 'page',
  take(limit, cursor) {
    const taken: R[] = []
    for (const row of order.after(cursor, options.descending ?? false)) {
      if (!options.where(row)) continue
      const last = taken.at(-1)
      if (last && taken.length >= limit) return { items: taken.map(options.toItem), next: [options.by(last), last.id] }
      taken.push(row)
    }
    return { items: taken.map(options.toItem), next: undefined }
  },
})

/**
 * A list that only ever grows at its end, oldest first, as a log does. Its pages are cut out by place, so that one of a
 * hundred thousand lines costs no more than one of a hundred.
 */
export function appended<R, I>(rows: readonly R[], options: { descending?: boolean; toItem: (row: R) => I }): Page<I> {
  return {
    kind: 'page',
    take(limit, cursor) {
      // places count from the oldest row, whatever the direction
      const first = options.descending ? rows.length - 1 : 0
      const start = cursor ? Number(cursor[0]) + (options.descending ? -1 : 1) : first
      const taken = options.descending
        ? rows.slice(Math.max(0, start + 1 - limit), start + 1).toReversed()
        : rows.slice(start, start + limit)
      const last = options.descending ? start + 1 - taken.length : start + taken.length - 1
      const isLast = options.descending ? last <= 0 : last >= rows.length - 1
      return { items: taken.map(options.toItem), next: isLast ? undefined : [last, ''] }
    },
  }
}
