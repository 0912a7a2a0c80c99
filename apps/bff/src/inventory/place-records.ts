import type { Kysely, Selectable } from 'kysely'
import type { InventoryPlaceTable, Tables } from '../store/tables.ts'
import { chunked } from './rows.ts'
import type { NounName, PlaceIds } from './noun.ts'

/** What is known of reading a place, as the store keeps it. */
export interface PlaceRecord {
  /** The last successful read. */
  readAt: string | null
  failure: PlaceFailure | null
  /** It held an item of the noun, or something that leads to one, at any time. */
  everHeld: boolean
  /** How often it is read, in milliseconds. Null while that is not known. */
  everyMs: number | null
}

export interface PlaceFailure {
  since: string
  reason: string
  opcRequestId: string | null
}

export const unknownPlace: PlaceRecord = { readAt: null, failure: null, everHeld: false, everyMs: null }

/** The records of a noun's places, by the place's key. */
export async function readPlaceRecords(db: Kysely<Tables>, noun: NounName): Promise<Map<string, PlaceRecord>> {
  const rows = await db.selectFrom('inventory_places').selectAll().where('noun', '=', noun).execute()
  return new Map(rows.map((row) => [`${row.connection_id}/${row.service}/${row.compartment_id}`, toRecord(row)]))
}

const toRecord = (row: Selectable<InventoryPlaceTable>): PlaceRecord => ({
  readAt: row.read_at,
  failure:
    row.failing_since === null
      ? null
      : { since: row.failing_since, reason: row.reason ?? '', opcRequestId: row.opc_request_id },
  everHeld: row.ever_held === 1,
  everyMs: row.every_ms,
})

/** Writes the records of places that were read. */
export async function writePlaceRecords(
  db: Kysely<Tables>,
  noun: NounName,
  records: readonly (PlaceRecord & { place: PlaceIds })[],
): Promise<void> {
  for (const chunk of chunked(records)) {
    await db
      .insertInto('inventory_places')
      .values(
        chunk.map(({ place, readAt, failure, everHeld, everyMs }) => ({
          noun,
          connection_id: place.connectionId,
          service: place.service,
          compartment_id: place.compartmentId,
          read_at: readAt,
          failing_since: failure?.since ?? null,
          reason: failure?.reason ?? null,
          opc_request_id: failure?.opcRequestId ?? null,
          ever_held: everHeld ? (1 as const) : (0 as const),
          every_ms: everyMs,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['noun', 'connection_id', 'service', 'compartment_id']).doUpdateSet((row) => ({
          read_at: row.ref('excluded.read_at'),
          failing_since: row.ref('excluded.failing_since'),
          reason: row.ref('excluded.reason'),
          opc_request_id: row.ref('excluded.opc_request_id'),
          ever_held: row.ref('excluded.ever_held'),
          every_ms: row.ref('excluded.every_ms'),
        })),
      )
      .execute()
  }
}
