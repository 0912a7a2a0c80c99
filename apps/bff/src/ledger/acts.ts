import type { ActivityFilters } from '@gatehouse/contract'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { keyOf } from '../users/users.ts'

/* Queries on the table `acts`, which finds attempts by index. The attempts themselves are read from the ledger. */

export type ActQuery = ActivityFilters & {
  before?: number | undefined
  limit: number
  /** Only these attempts. */
  among?: readonly string[] | undefined
  /** All but these attempts. */
  except?: readonly string[] | undefined
}

export interface FoundAct {
  attempt_id: string
  sequence: number
}

/** Newest first. */
export async function findActs(db: Kysely<Tables>, query: ActQuery): Promise<FoundAct[]> {
  const people = query.by === undefined ? undefined : await findPeople(db, query.by)
  return people?.length === 0 ? [] : actsQuery(db, query, people).execute()
}

/** The keys of people whose name contains the text. The table has a row per person, so reading it whole costs little. */
async function findPeople(db: Kysely<Tables>, part: string): Promise<string[]> {
  const rows = await db
    .selectFrom('act_people')
    .select('person_key')
    .where('person_key', 'like', sql<string>`${`%${escaped(keyOf(part))}%`} escape '\\'`)
    .execute()
  return rows.map(({ person_key }) => person_key)
}

/** Exported for the test that checks SQLite's query plan. */
export function actsQuery(db: Kysely<Tables>, filters: ActQuery, people?: readonly string[]) {
  const { act, status, pending, subjectId, from, to, before, limit, among, except = [] } = filters
  const byTimeAlone =
    (from ?? to) !== undefined && (act ?? status ?? subjectId ?? people ?? among) === undefined && pending !== true

  let query = db.selectFrom('acts').select(['attempt_id', 'sequence'])
  if (act !== undefined) query = query.where('act', '=', act)
  if (status !== undefined) query = query.where('status', '=', status)
  if (pending === true) query = query.where('settled', '=', sql.lit(0)) // a literal, as in `unsettledQuery`
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId)
  if (people !== undefined) query = query.where('person_key', 'in', people)
  if (from !== undefined) query = query.where('at', '>=', utc(from))
  if (to !== undefined) query = query.where('at', '<=', utc(to))
  if (among !== undefined) query = query.where('attempt_id', 'in', among)
  if (except.length > 0) query = query.where('attempt_id', 'not in', except)
  // The unary plus makes SQLite use the index by time instead of reading the table in order of sequence.
  // (sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_)
  const sequence = byTimeAlone ? sql<number>`+sequence` : sql.ref<number>('sequence')
  if (before !== undefined) query = query.where(sequence, '<', before)
  return query.orderBy(sequence, 'desc').limit(limit)
}

/** Attempts that are not settled, oldest first, after a sequence. */
export const unsettledQuery = (db: Kysely<Tables>, after: number, limit: number) =>
  db
    .selectFrom('acts')
    .select(['attempt_id', 'sequence'])
    .where('settled', '=', sql.lit(0)) // a literal, so that SQLite chooses the partial index
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)

/** Attempts on a subject, oldest first. */
export const subjectQuery = (db: Kysely<Tables>, subjectId: string) =>
  db.selectFrom('acts').select(['attempt_id', 'sequence']).where('subject_id', '=', subjectId).orderBy('sequence')

/** Rows store UTC with milliseconds, so that times compare as text. */
const utc = (instant: string) => new Date(instant).toISOString()

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`)
