import { hash } from 'node:crypto'
import type { Overview } from '@gatehouse/contract'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Noun, NounName, Nouns } from './noun.ts'
import { where } from './query.ts'
import type { ScopePlaces } from './scope.ts'

type Part<Name extends keyof Overview> = Omit<NonNullable<Overview[Name]>, 'freshness'> | null

/** The overview's numbers without their freshness. */
export interface OverviewNumbers {
  accessRequests: Part<'accessRequests'>
  desktopPools: Part<'desktopPools'>
  workRequests: Part<'workRequests'>
  version: string
}

const hourMs = 3_600_000

/** Counts what the overview shows of these nouns. */
export async function readOverview(
  db: Kysely<Tables>,
  nouns: Nouns,
  shown: readonly NounName[],
  places: ScopePlaces,
): Promise<OverviewNumbers> {
  const nowMs = Date.now()
  const hourAgo = new Date(nowMs - hourMs).toISOString()
  const dayAgo = new Date(nowMs - 24 * hourMs).toISOString()
  const has = (name: NounName) => shown.includes(name)
  const inScope = (noun: Noun) => where(noun, { filters: {}, places })
  const [accessRequests, desktopPools, workRequests] = await Promise.all([
    has('access-requests') ? accessRequestNumbers(db, inScope(nouns['access-requests']), hourAgo) : null,
    has('desktop-pools') ? desktopPoolNumbers(db, inScope(nouns['desktop-pools'])) : null,
    has('work-requests') ? workRequestNumbers(db, inScope(nouns['work-requests']), hourAgo, dayAgo) : null,
  ])
  const numbers = { accessRequests, desktopPools, workRequests }
  return { ...numbers, version: hash('sha1', JSON.stringify(numbers), 'base64url') }
}

type Condition = ReturnType<typeof where>

const waits = sql`phase in ('waiting', 'extension-waiting')`

async function accessRequestNumbers(db: Kysely<Tables>, inScope: Condition, hourAgo: string) {
  const counts = await countsOf(db, sql`access_requests`, sql`${inScope} and gone_at is null`, {
    waiting: waits,
    waitingSinceHour: sql`${waits} and requested_at > ${hourAgo}`,
    mayBeOpen: sql`phase = 'may-be-open'`,
  })
  return counts
}

async function desktopPoolNumbers(db: Kysely<Tables>, inScope: Condition) {
  const there = sql`${inScope} and state != 'DELETED'`
  const counts = await countsOf(db, sql`desktop_pools`, there, {
    all: sql`true`,
    unhealthy: sql`health = 'unhealthy'`,
    failed: sql`state = 'FAILED'`,
    changing: sql`health = 'changing'`,
  })
  const { rows } = await sql<Record<(typeof sums)[number], number | string | null>>`
    select ${sql.join(sums.map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(name)}`))}
    from desktop_pools where ${there}`.execute(db)
  const sum = (name: (typeof sums)[number]) => Number(rows[0]?.[name] ?? 0)
  return {
    ...counts,
    usage: {
      desktops: sum('desktops'),
      connected: sum('connected'),
      disconnected: sum('disconnected'),
      standby: sum('standby'),
      stopped: sum('stopped'),
    },
    free: sum('free'),
  }
}

const sums = ['desktops', 'connected', 'disconnected', 'standby', 'stopped', 'free'] as const

async function workRequestNumbers(db: Kysely<Tables>, inScope: Condition, hourAgo: string, dayAgo: string) {
  const runs = sql`progress in ('running', 'needs-attention') and gone_at is null`
  return countsOf(db, sql`work_requests`, inScope, {
    running: runs,
    needsAttention: sql`progress = 'needs-attention' and gone_at is null`,
    runningSinceHour: sql`${runs} and accepted_at > ${hourAgo}`,
    failedSinceDay: sql`progress = 'failed' and finished_at > ${dayAgo}`,
    failedSinceHour: sql`progress = 'failed' and finished_at > ${hourAgo}`,
  })
}

/** Counts the rows that meet each condition, in one pass. */
async function countsOf<Name extends string>(
  db: Kysely<Tables>,
  table: Condition,
  among: Condition,
  conditions: Record<Name, Condition>,
): Promise<Record<Name, number>> {
  const names = Object.keys(conditions) as Name[] // the record's own keys
  const columns = names.map((name) => sql`sum(case when ${conditions[name]} then 1 else 0 end) as ${sql.ref(name)}`)
  const { rows } = await sql<Record<Name, number | string | null>>`
    select ${sql.join(columns)} from ${table} where ${among}`.execute(db)
  return Object.fromEntries(names.map((name) => [name, Number(rows[0]?.[name] ?? 0)])) as Record<Name, number>
}
