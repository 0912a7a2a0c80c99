import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Item, NounName } from './noun.ts'
import { chunked } from './rows.ts'

/** Items by their ids, of one connection or of any. Ids that are not known are missing in the result. */
export async function itemsById<T extends Item>(
  db: Kysely<Tables>,
  noun: NounName,
  ids: readonly string[],
  connectionId?: string,
): Promise<Map<string, T>> {
  const items = new Map<string, T>()
  for (const chunk of chunked(ids)) {
    let query = db
      .selectFrom('inventory_items')
      .select(['id', 'item'])
      .where('noun', '=', noun)
      .where('id', 'in', chunk)
    if (connectionId !== undefined) query = query.where('connection_id', '=', connectionId)
    for (const { id, item } of await query.execute()) items.set(id, JSON.parse(item) as T) // written by the noun's reader
  }
  return items
}

interface ItemKey {
  connectionId: string
  id: string
}

export const itemKey = ({ connectionId, id }: ItemKey) => `${connectionId} ${id}`

/**
 * The JSON of items by `itemKey`; those that are not known are missing. Reads each connection by itself: by the key of the
 * table, which begins with the noun and the connection.
 */
export async function jsonOfItems(
  db: Kysely<Tables>,
  noun: NounName,
  keys: readonly ItemKey[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const [connectionId, all] of Map.groupBy(keys, (key) => key.connectionId))
    for (const ids of chunked([...new Set(all.map(({ id }) => id))])) {
      const rows = await db
        .selectFrom('inventory_items')
        .select(['id', 'item'])
        .where('noun', '=', noun)
        .where('connection_id', '=', connectionId)
        .where('id', 'in', ids)
        .execute()
      for (const { id, item } of rows) found.set(itemKey({ connectionId, id }), item)
    }
  return found
}

/** Items by `itemKey`; those that are not known are missing. */
export async function itemsByKey<T extends Item>(
  db: Kysely<Tables>,
  noun: NounName,
  keys: readonly ItemKey[],
): Promise<Map<string, T>> {
  const items = await jsonOfItems(db, noun, keys)
  return new Map([...items].map(([key, json]) => [key, JSON.parse(json) as T])) // written by the noun's reader
}
