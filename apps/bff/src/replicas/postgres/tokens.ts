import { throttling, type TokenGrant, type TokenSource } from '@gatehouse/oci-client'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { databaseNowMs } from './lease-rows.ts'

const nowMs = sql.raw<number>(databaseNowMs)

interface Bucket {
  connectionId: string
  service: string
  perSecond: number
  burst: number
}

/** The budget of a connection as rows that all replicas draw from: a token bucket per service, by the database's clock. */
export function tokensInStore(db: Kysely<Tables>, connectionId: string): TokenSource {
  async function granted(bucket: Bucket, draw: (bucket: Bucket) => ReturnType<typeof take>): Promise<TokenGrant> {
    const grant = await draw(bucket)
    if (grant) return grant
    await fill(db, bucket)
    return (await draw(bucket)) ?? { granted: 0, waitMs: 1_000, perSecond: bucket.perSecond }
  }

  return {
    take: ({ want, urgent, mostRestMs, ...bucket }) =>
      granted({ ...bucket, connectionId }, (of) => take(db, of, { want, urgent, mostRestMs })),
    async throttle({ urgent, restMs, ...bucket }) {
      // The call was made, so its row exists. If it cannot be written, OCI tells again.
      await throttle(db, { ...bucket, connectionId }, urgent, restMs).catch(() => undefined)
    },
  }
}

/** Makes the bucket, full. */
async function fill(db: Kysely<Tables>, { connectionId, service, burst, perSecond }: Bucket): Promise<void> {
  await db
    .insertInto('oci_budgets')
    .values({
      connection_id: connectionId,
      service,
      tokens: burst,
      per_second: perSecond,
      updated_at: nowMs,
      throttled_at: 0,
      rests_until: 0,
      urgent_rests_until: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The bucket with what it gained since its last update, locked. */
const current = ({ connectionId, service, burst, perSecond }: Bucket) => sql`
  locked as (
    select *, ${nowMs} as now_ms from oci_budgets
    where connection_id = ${connectionId} and service = ${service} for update
  ), present as (
    select *,
      least(${burst}::float8, tokens + greatest(0, now_ms - updated_at) / 1000.0 * per_second) as available,
      least(
        ${perSecond}::float8,
        per_second + greatest(0, now_ms - updated_at) / ${throttling.recoveryMs}::float8 * ${perSecond}::float8
      ) as rate
    from locked
  )`

interface Want {
  want: number
  urgent: boolean
  mostRestMs: number
}

/** Null when the bucket does not exist. */
async function take(
  db: Kysely<Tables>,
  bucket: Bucket,
  { want, urgent, mostRestMs }: Want,
): Promise<TokenGrant | null> {
  const credit = urgent ? bucket.burst : 0
  const restsUntil = sql.ref(urgent ? 'urgent_rests_until' : 'rests_until')
  const longestRestMs = Math.round(Math.min(mostRestMs, 3_600_000))
  const { rows } = await sql<TokenGrant>`
    with ${current(bucket)}, rested as (
      select *, greatest(0, least(${restsUntil} - now_ms, ${longestRestMs}::bigint)) as rest_ms from present
    ), grants as (
      select *,
        case when rest_ms > 0 then 0 else greatest(0, least(${want}::float8, floor(available + ${credit}::float8))) end
          as granted
      from rested
    )
    update oci_budgets as bucket
    set tokens = available - granted, per_second = rate, updated_at = now_ms
    from grants
    where bucket.connection_id = grants.connection_id and bucket.service = grants.service
    returning
      granted,
      greatest(rest_ms, ceil((1 - available - ${credit}::float8) / rate * 1000)) as "waitMs",
      rate as "perSecond"`.execute(db)
  return rows[0] ?? null
}

async function throttle(db: Kysely<Tables>, bucket: Bucket, urgent: boolean, restMs: number): Promise<void> {
  const { leastShare, oneThrottlingMs } = throttling
  const urgentRest = urgent ? sql`greatest(bucket.urgent_rests_until, now_ms + ${Math.round(restMs)}::bigint)` : null
  await sql`
    with ${current(bucket)}
    update oci_budgets as bucket
    set
      tokens = least(available, 0),
      updated_at = now_ms,
      rests_until = greatest(bucket.rests_until, now_ms + ${Math.round(restMs)}::bigint),
      urgent_rests_until = ${urgentRest ?? sql.ref('bucket.urgent_rests_until')},
      per_second = case
        when now_ms - bucket.throttled_at > ${oneThrottlingMs}::bigint
        then greatest(rate / 2, ${bucket.perSecond * leastShare}::float8) else rate end,
      throttled_at = case
        when now_ms - bucket.throttled_at > ${oneThrottlingMs}::bigint then now_ms else bucket.throttled_at end
    from present
    where bucket.connection_id = present.connection_id and bucket.service = present.service`.execute(db)
}
