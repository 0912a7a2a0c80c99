import { notAuthorizedOrNotFound } from '../fault.ts'

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
  insert(row: R): R
  /** Merges into the wire form; a key given as undefined is removed. */
  change(row: R, patch: Partial<R['wire']>): void
  remove(id: string): void
  readonly size: number
  /** How many changes there were, which makes each etag another. */
  readonly version: number
}

/** `index` holds every row of the world by OCID, whatever its kind; `version` is where an earlier table left off. */
export function createTable<R extends Row<object, unknown>>(
  index: Map<string, Row<object, unknown>>,
  version = 0,
): Table<R> {
  const rows = new Map<string, R>()
  return {
    get: (id) => {
      const row = rows.get(id)
      if (!row) throw notAuthorizedOrNotFound()
      return row
    },
    find: (id) => rows.get(id),
    values: () => rows.values(),
    insert(row) {
      rows.set(row.id, row)
      index.set(row.id, row)
      return row
    },
    change(row, patch) {
      const wire: Record<string, unknown> = { ...row.wire, ...patch }
      for (const [key, value] of Object.entries(wire)) if (value === undefined) delete wire[key]
      row.wire = wire
      if ('compartmentId' in wire && typeof wire.compartmentId === 'string') row.compartmentId = wire.compartmentId
      row.etag = `${row.etag.slice(0, 8)}-${(++version).toString(36)}`
    },
    remove(id) {
      rows.delete(id)
      index.delete(id)
    },
    get size() {
      return rows.size
    },
    get version() {
      return version
    },
  }
}
