import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { tableOf, type Item, type Noun, type NounName, type PlaceIds } from './noun.ts'
import { writePlaceRecords } from './place-records.ts'
import { bumpVersion, chunked, commonRows } from './rows.ts'
import { searchText } from './sort-key.ts'

/** An item that is new, or differs from its row. */
export interface Changed<T> {
  item: T
  print: string
  source: string | null
}

export interface PlaceChange<T> {
  place: PlaceIds
  changed: readonly Changed<T>[]
  /** Ids of rows that the read did not find. */
  missing: readonly string[]
  /** The read before this one; null for the first. The last time that missing items were seen. */
  previousReadAt: string | null
  nowMs: number
}

/** The versions that a write moved. */
export type Moved = ReadonlyMap<NounName, number>

/** Writes what a read of one place changed, in one transaction. `guard` is its last step, and undoes it when it rejects. */
export function writePlace<T extends Item>(
  db: Kysely<Tables>,
  noun: Noun<T>,
  change: PlaceChange<T>,
  guard: (transaction: Transaction<Tables>) => Promise<void> = () => Promise.resolve(),
): Promise<Moved> {
  const { place, changed, missing, nowMs } = change
  return db.transaction().execute(async (transaction) => {
    const moved = new Map<NounName, number>()
    const bump = async (name: NounName) => {
      const version = moved.get(name) ?? (await bumpVersion(transaction, name))
      moved.set(name, version)
      return version
    }
    if (changed.length > 0 || missing.length > 0) {
      const version = await bump(noun.name)
      await upsert(transaction, noun, { place, changed, version, nowMs })
      await remove(transaction, noun, change, version)
    }
    // What is counted from a place asks whether it was read. Later reads are recorded in batches.
    if (change.previousReadAt === null) await writePlaceRecords(transaction, noun.name, [firstRead(change)])
    await noun.afterWrite?.({ transaction, place, bump, nowMs })
    await guard(transaction)
    return moved
  })
}

const firstRead = <T>({ place, changed, nowMs }: PlaceChange<T>) => ({
  place,
  readAt: new Date(nowMs).toISOString(),
  failure: null,
  everHeld: changed.length > 0,
  everyMs: null,
})

interface Upsert<T> {
  place: PlaceIds
  changed: readonly Changed<T>[]
  version: number
  nowMs: number
}

/** Writes the rows and the items. Also for another noun's rows in the same transaction. */
export async function upsert<T extends Item>(
  transaction: Transaction<Tables>,
  noun: Pick<Noun<T>, 'name' | 'columns' | 'search'>,
  { place, changed, version, nowMs }: Upsert<T>,
): Promise<void> {
  const { connectionId: connection_id, service, compartmentId: compartment_id } = place
  const table = tableOf[noun.name]
  for (const chunk of chunked(changed)) {
    const rows = chunk.map(({ item, print }) => ({
      connection_id,
      id: item.id,
      service,
      compartment_id,
      search: searchText(noun.search(item)),
      print,
      version,
      first_seen_at: new Date(nowMs).toISOString(),
      last_seen_at: null,
      gone_at: null,
      ...noun.columns(item),
    }))
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !unchanging.has(name)) as 'version'[] // names of columns, whichever
    await commonRows(transaction)
      .insertInto(table)
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['connection_id', 'id'])
          .doUpdateSet((row) => Object.fromEntries(columns.map((name) => [name, row.ref(`excluded.${name}`)]))),
      )
      .execute()
    await transaction
      .insertInto('inventory_items')
      .values(
        chunk.map(({ item, source }) => ({
          noun: noun.name,
          connection_id,
          id: item.id,
          item: JSON.stringify(item),
          source,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['noun', 'connection_id', 'id'])
          .doUpdateSet((row) => ({ item: row.ref('excluded.item'), source: row.ref('excluded.source') })),
      )
      .execute()
  }
}

const unchanging = new Set(['connection_id', 'id', 'first_seen_at'])

/** Only rows that still are in this place: an item that was moved may have been found in its new place already. */
async function remove<T extends Item>(
  transaction: Transaction<Tables>,
  noun: Noun<T>,
  { place, missing, previousReadAt, nowMs }: PlaceChange<T>,
  version: number,
): Promise<void> {
  const now = new Date(nowMs).toISOString()
  const table = tableOf[noun.name]
  for (const ids of chunked(missing)) {
    if (noun.isKept) {
      await commonRows(transaction)
        .updateTable(table)
        .set({ gone_at: now, last_seen_at: previousReadAt ?? now, version })
        .where('connection_id', '=', place.connectionId)
        .where('compartment_id', '=', place.compartmentId)
        .where('service', '=', place.service)
        .where('id', 'in', ids)
        .execute()
      continue
    }
    const removed = await commonRows(transaction)
      .deleteFrom(table)
      .where('connection_id', '=', place.connectionId)
      .where('compartment_id', '=', place.compartmentId)
      .where('id', 'in', ids)
      .returning('id')
      .execute()
    if (removed.length === 0) continue
    await transaction
      .deleteFrom('inventory_items')
      .where('noun', '=', noun.name)
      .where('connection_id', '=', place.connectionId)
      .where(
        'id',
        'in',
        removed.map(({ id }) => id),
      )
      .execute()
  }
}
