import type { PoolUsage } from '@gatehouse/contract'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** Keeps the most users of each pool in the present hour. */
export async function sampleUsage(
  db: Kysely<Tables>,
  pools: readonly { id: string; usage: PoolUsage | null }[],
  connectionId: string,
  nowMs: number,
): Promise<void> {
  const hour = new Date(Math.floor(nowMs / 3_600_000) * 3_600_000).toISOString()
  const samples = pools.flatMap(({ id, usage }) =>
    usage === null
      ? []
      : {
          connection_id: connectionId,
          desktop_pool_id: id,
          hour,
          connected: usage.connected,
          in_use: usage.connected + usage.disconnected,
        },
  )
  if (samples.length === 0) return
  const most = (name: 'connected' | 'in_use') =>
    sql<number>`case when excluded.${sql.ref(name)} > desktop_pool_samples.${sql.ref(name)}
      then excluded.${sql.ref(name)} else desktop_pool_samples.${sql.ref(name)} end`
  await db
    .insertInto('desktop_pool_samples')
    .values(samples)
    .onConflict((conflict) =>
      conflict
        .columns(['connection_id', 'desktop_pool_id', 'hour'])
        .doUpdateSet({ connected: most('connected'), in_use: most('in_use') }),
    )
    .execute()
}
