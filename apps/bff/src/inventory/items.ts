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
