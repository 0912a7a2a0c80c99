import { notAuthorizedOrNotFound } from '../fault.ts'
import type { Order, SortKey } from './order.ts'
import { createOrder } from './order.ts'

/** A thing as it goes out on the wire, with what OCI keeps beside it. */
export interface Row<Wire, Extra = undefined> {
  readonly id: string
  readonly region: string
  compartmentId: string
  etag: string
  wire: Wire
  /** What the sandbox knows and the wire does not show. */
  extra: Extra
}

/** Rows of one kind, by id. `R['wire']` is changed through `change` only, so that every change has its etag. */
export interface Table<R extends Row<object, unknown>> {
  /** Throws NotAuthorizedOrNotFound. */
  get(id: string): R
  find(id: string): R | undefined
  values(): IteratorObject<R>
  /** The rows of one compartment, without a look at those of the others. */
  inCompartment(compartmentId: string): IteratorObject<R>
  insert(row: R): R
  /** Merges into the wire form; a key given as undefined is removed. A `compartmentId` in the patch moves the row. */
  change(row: R, patch: Partial<R['wire']>): void
  /** Puts a row into another compartment; for rows whose wire form does not name it. */
  move(row: R, compartmentId: string): void
  remove(id: string): void
  readonly size: number
  /**
   * The rows of one compartment in the order of a key, which is kept from then on; `by` must be the same function each
   * time, and look at nothing that changes but the wire form.
   */
  inOrder(by: SortKey<R>, compartmentId: string): Order<R>
  /** How many changes there were, which makes each etag another. */
  readonly version: number
}

/** More than there are sort keys of anything. */
const mostOrders = 4

/** What a table keeps of one compartment: lists never span compartments. */
interface Shelf<R> {
  readonly rows: Set<R>
  readonly orders: Map<SortKey<R>, Order<R>>
}

/** `index` holds every row of the world by OCID, whatever its kind; `version` is where an earlier table left off. */
export function createTable<R extends Row<object, unknown>>(
  index: Map<string, Row<object, unknown>>,
  version = 0,
): Table<R> {
  const rows = new Map<string, R>()
  const shelves = new Map<string, Shelf<R>>()

  function shelfOf(compartmentId: string): Shelf<R> {
    const shelf = shelves.get(compartmentId) ?? { rows: new Set(), orders: new Map() }
    shelves.set(compartmentId, shelf)
    return shelf
  }

  function put(row: R) {
    const shelf = shelfOf(row.compartmentId)
    shelf.rows.add(row)
    for (const order of shelf.orders.values()) order.insert(row)
  }

  function take(row: R) {
    const shelf = shelfOf(row.compartmentId)
    for (const order of shelf.orders.values()) order.remove(row)
    shelf.rows.delete(row)
  }

  function move(row: R, compartmentId: string) {
    if (row.compartmentId === compartmentId) return
    take(row)
    row.compartmentId = compartmentId
    put(row)
  }

  return {
    get: (id) => {
      const row = rows.get(id)
      if (!row) throw notAuthorizedOrNotFound()
      return row
    },
    find: (id) => rows.get(id),
    values: () => rows.values(),
    inCompartment: (compartmentId) => shelfOf(compartmentId).rows.values(),
    insert(row) {
      const before = rows.get(row.id)
      if (before) take(before)
      rows.set(row.id, row)
      index.set(row.id, row)
      put(row)
      return row
    },
    change(row, patch) {
      const wire: Record<string, unknown> = { ...row.wire, ...patch }
      for (const [key, value] of Object.entries(wire)) if (value === undefined) delete wire[key]
      const moved = [...shelfOf(row.compartmentId).orders].filter(([by]) => by(row) !== by({ ...row, wire }))
      // while its place is still the one it is looked for at
      for (const [, order] of moved) order.remove(row)
      row.wire = wire
      for (const [, order] of moved) order.insert(row)
      if ('compartmentId' in wire && typeof wire.compartmentId === 'string') move(row, wire.compartmentId)
      row.etag = `${row.etag.slice(0, 8)}-${(++version).toString(36)}`
    },
    move,
    remove(id) {
      const row = rows.get(id)
      if (row) take(row)
      rows.delete(id)
      index.delete(id)
    },
    inOrder(by, compartmentId) {
      const shelf = shelfOf(compartmentId)
      const order = shelf.orders.get(by) ?? createOrder(shelf.rows, by)
      shelf.orders.set(by, order)
      if (shelf.orders.size > mostOrders)
        throw new Error('A table is asked for ever new orders; the sort key must stay the same function.')
      return order
    },
    get size() {
      return rows.size
    },
    get version() {
      return version
    },
  }
}
