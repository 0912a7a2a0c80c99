import type { DesktopPoolSummary, PoolUsage } from '@gatehouse/contract'
import type { Kysely, Transaction } from 'kysely'
import type { PlaceIds } from '../inventory/noun.ts'
import { printOf } from '../inventory/read-place.ts'
import { sortKey } from '../inventory/sort-key.ts'
import { upsert } from '../inventory/write-place.ts'
import type { Tables } from '../store/tables.ts'
import { poolRow } from './pool-row.ts'
import { poolTrouble } from './pool-trouble.ts'
import { sampleUsage } from './pool-samples.ts'

type Place = Pick<PlaceIds, 'connectionId' | 'compartmentId' | 'service'>

const none: PoolUsage = { desktops: 0, connected: 0, disconnected: 0, standby: 0, stopped: 0 }

/** Counts the desktops of a compartment by pool. Gives null for every pool while its desktops have not been read. */
export async function usageIn(
  db: Kysely<Tables>,
  { connectionId, compartmentId }: Place,
): Promise<(poolId: string) => PoolUsage | null> {
  const counts = await db
    .selectFrom('desktops')
    .select(['pool_id', 'session'])
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('connection_id', '=', connectionId)
    .where('service', '=', 'desktops')
    .where('compartment_id', '=', compartmentId)
    .where('state', '!=', 'DELETED')
    .groupBy(['pool_id', 'session'])
    .execute()
  const read = await db
    .selectFrom('inventory_places')
    .select('read_at')
    .where('noun', '=', 'desktops')
    .where('connection_id', '=', connectionId)
    .where('service', '=', 'desktops')
    .where('compartment_id', '=', compartmentId)
    .where('read_at', 'is not', null)
    .executeTakeFirst()
  const byPool = new Map<string, PoolUsage>()
  for (const { pool_id, session, count } of counts) {
    const usage = byPool.get(pool_id) ?? { ...none }
    usage[session] += Number(count)
    usage.desktops += Number(count)
    byPool.set(pool_id, usage)
  }
  return (poolId) => byPool.get(poolId) ?? (read || counts.length > 0 ? none : null)
}

/** Writes the usage of the compartment's pools where it has changed, and takes a sample of it. */
export async function refreshUsage(
  transaction: Transaction<Tables>,
  place: Place,
  bump: () => Promise<number>,
  nowMs: number,
): Promise<void> {
  const pools = await poolsIn(transaction, place)
  if (pools.length === 0) return
  const usage = await usageIn(transaction, place)
  await sampleUsage(
    transaction,
    pools.map(({ item }) => ({ id: item.id, usage: usage(item.id) })),
    place.connectionId,
    nowMs,
  )
  const changed = pools.flatMap(({ item, source }) => {
    const next = usage(item.id)
    if (JSON.stringify(next) === JSON.stringify(item.usage)) return []
    const pool = { ...item, usage: next, trouble: poolTrouble({ ...item, usage: next }) }
    return { item: pool, source, print: printOf(pool, source) }
  })
  if (changed.length > 0) await upsert(transaction, poolRow, { place, changed, version: await bump(), nowMs })
}

/** Keeps the names of pools in the rows of their desktops, which sort by them. */
export async function namePoolsOfDesktops(
  transaction: Transaction<Tables>,
  place: Place,
  bump: () => Promise<number>,
): Promise<void> {
  const present = await transaction
    .selectFrom('desktops')
    .select(['pool_id', 'pool_key'])
    .where('connection_id', '=', place.connectionId)
    .where('service', '=', 'desktops')
    .where('compartment_id', '=', place.compartmentId)
    .distinct()
    .execute()
  const pools = await poolsIn(transaction, place)
  const keys = new Map(pools.map(({ item }) => [item.id, sortKey(item.name)]))
  for (const { pool_id, pool_key } of present) {
    const key = keys.get(pool_id)
    if (key === undefined || key === pool_key) continue
    await transaction
      .updateTable('desktops')
      .set({ pool_key: key, version: await bump() })
      .where('connection_id', '=', place.connectionId)
      .where('pool_id', '=', pool_id)
      .execute()
  }
}

async function poolsIn(db: Kysely<Tables>, { connectionId, compartmentId }: Place) {
  const rows = await db
    .selectFrom('desktop_pools as pool')
    .innerJoin('inventory_items as kept', (join) =>
      join
        .onRef('kept.connection_id', '=', 'pool.connection_id')
        .onRef('kept.id', '=', 'pool.id')
        .on('kept.noun', '=', 'desktop-pools'),
    )
    .select(['kept.item', 'kept.source'])
    .where('pool.connection_id', '=', connectionId)
    .where('pool.service', '=', 'desktops')
    .where('pool.compartment_id', '=', compartmentId)
    .execute()
  return rows.map(({ item, source }) => ({ item: JSON.parse(item) as DesktopPoolSummary, source })) // written by the reader of pools
}
