import { sql } from 'kysely'
import { isPostgres } from '../store/dialect.ts'
import type { Store } from '../store/store.ts'

/** Lets the rows of the ledger be changed, as a person with the rights of an owner could. */
export async function allowTampering({ db }: Pick<Store, 'db'>): Promise<void> {
  for (const trigger of ['ledger_no_update', 'ledger_no_delete'])
    await sql.raw(`drop trigger if exists ${trigger}${isPostgres(db) ? ' on ledger' : ''}`).execute(db)
}
