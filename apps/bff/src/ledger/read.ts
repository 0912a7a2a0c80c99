import type { Action, ActivityFilters } from '@gatehouse/contract'
import { sql, type Kysely } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { keyOf } from '../users/users.ts'
import type { LedgerRow } from './chain.ts'
import { toAction, type Recorded } from './to-action.ts'

const pageSize = 100

export type ActivityQuery = ActivityFilters & { before?: number; limit?: number }

/** A page of the ledger, newest first. */
export async function listActions(
  store: Store,
  { act, status, by, subjectId, from, to, before, limit = pageSize }: ActivityQuery,
): Promise<{ items: Action[]; next: number | null }> {
  let query = intents(store)
  if (act !== undefined) query = query.where('intent.act', '=', act)
  if (subjectId !== undefined) query = query.where('intent.subject_id', '=', subjectId)
  if (before !== undefined) query = query.where('intent.sequence', '<', before)
  if (from !== undefined) query = query.where('intent.at', '>=', utc(from))
  if (to !== undefined) query = query.where('intent.at', '<=', utc(to))
  if (by !== undefined)
    query = query.where(sql`lower(intent.person_name)`, 'like', sql`${`%${escaped(keyOf(by))}%`} escape '\\'`)
  if (status === 'sent') query = query.where('outcome.status', 'is', null)
  else if (status !== undefined) query = query.where('outcome.status', '=', status)

  const found = await query
    .orderBy('intent.sequence', 'desc')
    .limit(limit + 1)
    .execute()
  const kept = found.slice(0, limit)
  const items = (await withOutcomes(store, kept)).map(toAction)
  return { items, next: found.length > limit ? (items.at(-1)?.sequence ?? null) : null }
}

/** The intent of an attempt. */
export const intentWritten = (db: Kysely<Tables>, attemptId: string): Promise<LedgerRow | undefined> =>
  db
    .selectFrom('ledger')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .where('kind', '=', 'intent')
    .executeTakeFirst()

/** An attempt, with its latest outcome. */
export async function findAttempt(store: Store, attemptId: string): Promise<Recorded | null> {
  const intent = await intentWritten(store.db, attemptId)
  return intent ? ((await withOutcomes(store, [intent]))[0] ?? null) : null
}

/** Decisions and actions on a thing that were not refused, oldest first. */
export async function actionsOn(store: Store, subjectId: string): Promise<Action[]> {
  const rows = await intents(store).where('intent.subject_id', '=', subjectId).orderBy('intent.sequence').execute()
  return (await withOutcomes(store, rows)).map(toAction).filter(({ status }) => status !== 'refused')
}

/** Attempts without an outcome, oldest first. */
export async function unfinishedAttempts(store: Store): Promise<Recorded[]> {
  const rows = await intents(store)
    .where((where) => where.or([where('outcome.status', 'is', null), where('outcome.status', '=', 'unknown')]))
    .orderBy('intent.sequence')
    .execute()
  return withOutcomes(store, rows)
}

/** Every intent, beside its latest outcome to filter by. */
const intents = ({ db }: Store) =>
  db
    .selectFrom('ledger as intent')
    .leftJoin('ledger as outcome', (join) =>
      join.on('outcome.sequence', '=', (on) =>
        on
          .selectFrom('ledger as latest')
          .select(({ fn }) => fn.max('latest.sequence').as('sequence'))
          .whereRef('latest.attempt_id', '=', 'intent.attempt_id')
          .where('latest.kind', '=', 'outcome'),
      ),
    )
    .where('intent.kind', '=', 'intent')
    .selectAll('intent')

async function withOutcomes({ db }: Store, rows: readonly LedgerRow[]): Promise<Recorded[]> {
  if (rows.length === 0) return []
  const outcomes = await db
    .selectFrom('ledger')
    .selectAll()
    .where('kind', '=', 'outcome')
    .where(
      'attempt_id',
      'in',
      rows.map((row) => row.attempt_id),
    )
    .orderBy('sequence')
    .execute()
  // the latest wins
  const latest = new Map(outcomes.map((outcome) => [outcome.attempt_id, outcome]))
  return rows.map((intent) => ({ intent, outcome: latest.get(intent.attempt_id) ?? null }))
}

/** Rows hold UTC with milliseconds, so that text compares as time does. */
const utc = (instant: string) => new Date(instant).toISOString()

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`)
