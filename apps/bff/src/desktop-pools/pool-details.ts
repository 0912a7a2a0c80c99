import { hash } from 'node:crypto'
import type { Desktops } from '@gatehouse/oci-api'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { listCall } from '../inventory/list-call.ts'
import type { BffConnection } from '../keyring/keyring.ts'

/** What the list of pools lacks: the schedule and the standby size. */
export type PoolDetails = Pick<
  Desktops.DesktopPool,
  'standbySize' | 'availabilityPolicy' | 'timeStartScheduled' | 'timeStopScheduled'
>

/** How long details are used while the list shows no change of the pool. Milliseconds. */
const detailsKeptMs = 10 * 60_000

/** The details as the inventory keeps them between reads. */
const Source = Type.Object({
  /** A print of the list's row, without what does not concern the details. */
  row: Type.String(),
  readAtMs: Type.Number(),
  pool: Type.Unsafe<PoolDetails>(Type.Object({})),
})

/** The details of a listed pool: those of the last read, unless the list shows a change. Null when they cannot be read. */
export async function readDetails(
  { client }: BffConnection,
  row: Desktops.DesktopPoolSummary,
  source: string | undefined,
  signal: AbortSignal,
): Promise<{ pool: PoolDetails; source: string } | null> {
  const print = hash('sha1', JSON.stringify({ ...row, activeDesktops: null }), 'base64url')
  const kept = source === undefined ? undefined : parse(source)
  if (source !== undefined && kept?.row === print && Date.now() - kept.readAtMs < detailsKeptMs)
    return { pool: kept.pool, source }
  try {
    const { body } = await client.call('desktops.getDesktopPool', { desktopPoolId: row.id }, listCall(signal))
    const { standbySize, availabilityPolicy, timeStartScheduled, timeStopScheduled } = body
    const pool = { standbySize, availabilityPolicy, timeStartScheduled, timeStopScheduled } as PoolDetails // absent times stay absent
    return { pool, source: JSON.stringify({ row: print, readAtMs: Date.now(), pool }) }
  } catch {
    return source !== undefined && kept ? { pool: kept.pool, source } : null
  }
}

function parse(source: string) {
  const kept: unknown = JSON.parse(source)
  return Value.Check(Source, kept) ? kept : undefined
}
