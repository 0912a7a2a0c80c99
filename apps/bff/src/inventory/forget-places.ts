import type { Kysely } from 'kysely'
import type { ServiceId } from '@gatehouse/contract'
import type { Tables } from '../store/tables.ts'
import type { Noun, NounName } from './noun.ts'
import { printsOf } from './rows.ts'
import { writePlace, type Moved } from './write-place.ts'

/** Removes the rows of places that are not read any more, by their keys: a compartment was deleted. */
export async function forgetPlaces(db: Kysely<Tables>, noun: Noun, keys: readonly string[]): Promise<Moved> {
  const moved = new Map<NounName, number>()
  for (const key of keys) {
    const [connectionId = '', service = '', compartmentId = ''] = key.split('/')
    const place = { connectionId, service: service as ServiceId, compartmentId } // as the key was made
    const missing = [...(await printsOf(db, noun.name, place)).keys()]
    const change = { place, changed: [], missing, previousReadAt: null, nowMs: Date.now() }
    if (missing.length > 0) for (const [name, version] of await writePlace(db, noun, change)) moved.set(name, version)
    await db
      .deleteFrom('inventory_places')
      .where('noun', '=', noun.name)
      .where('connection_id', '=', connectionId)
      .where('service', '=', place.service)
      .where('compartment_id', '=', compartmentId)
      .execute()
  }
  return moved
}
