import { PostgresAdapter, sql, type Kysely } from 'kysely'

/** Whether the store is in PostgreSQL. For the few places where its SQL differs from SQLite's. */
export const isPostgres = <Tables>(db: Kysely<Tables>): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/** Makes the database refuse changes to rows that exist. Part of migration 001, so its statements for SQLite never change. */
export async function makeAppendOnly(db: Kysely<unknown>, table: 'ledger', message: string): Promise<void> {
  if (!isPostgres(db)) {
    for (const change of ['update', 'delete'])
      await sql
        .raw(
          `create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, '${message}'); end`,
        )
        .execute(db)
    return
  }
  await sql
    .raw(
      `create function ${table}_is_append_only() returns trigger language plpgsql as $$ begin raise exception '${message}'; end $$`,
    )
    .execute(db)
  for (const [change, each] of [
    ['update', 'row'],
    ['delete', 'row'],
    ['truncate', 'statement'],
  ] as const)
    await sql
      .raw(
        `create trigger ${table}_no_${change} before ${change} on ${table} for each ${each} execute function ${table}_is_append_only()`,
      )
      .execute(db)
}
