import { randomUUIDv7 } from 'node:crypto'
import { rolePermissions, type Role } from '@gatehouse/contract'
import type { Person } from '../access/person.ts'
import type { Store } from '../store/store.ts'
import { hashOfNothing, hashPassword, passwordMatches, passwordMinLength } from './password.ts'

/** An account cannot be made; the message is a sentence for the person who asked. */
export class AccountError extends Error {
  override name = 'AccountError'
}

export interface NewUser {
  name: string
  role: Role
  password: string
  /** The account exists for the sandbox only, and is deleted when Gatehouse starts without it. */
  isDemo?: boolean
}

/**
 * Creates a local account. Throws an AccountError when the name is taken or invalid, or the password is too short.
 * `first` runs in the same transaction. The password is hashed before the transaction, to keep it short.
 */
export async function createUser(
  { db }: Store,
  { name, role, password, isDemo = false }: NewUser,
  first?: (store: Pick<Store, 'db'>) => Promise<void>,
): Promise<Person> {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@ -]{0,98}[\p{L}\p{N}]$/u.test(name))
    throw new AccountError(
      'A name has 2 to 100 letters and digits, with dots, dashes, underscores, @ or spaces between them.',
    )
  if (password.length < passwordMinLength)
    throw new AccountError(`The password must have at least ${passwordMinLength} characters.`)
  const user = {
    id: randomUUIDv7(),
    name,
    name_key: keyOf(name),
    role,
    password_hash: await hashPassword(password),
    is_demo: isDemo ? 1 : 0,
    created_at: new Date().toISOString(),
  } as const
  const { numInsertedOrUpdatedRows } = await db.transaction().execute(async (transaction) => {
    await first?.({ db: transaction })
    return transaction
      .insertInto('users')
      .values(user)
      .onConflict((conflict) => conflict.column('name_key').doNothing())
      .executeTakeFirst()
  })
  if (numInsertedOrUpdatedRows === 0n) throw new AccountError(`There is an account named "${name}" already.`)
  return toPerson(user)
}

/** Replaces the password of an account. */
export async function changePassword({ db }: Store, id: string, password: string): Promise<void> {
  await db
    .updateTable('users')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', id)
    .execute()
}

/** The person if the password is right, else null. A missing account takes the same time as a wrong password. */
export async function verifyUser(
  { db }: Store,
  { name, password }: { name: string; password: string },
): Promise<Person | null> {
  const row = await db.selectFrom('users').selectAll().where('name_key', '=', keyOf(name)).executeTakeFirst()
  const matches = await passwordMatches(password, row ? row.password_hash : await hashOfNothing())
  return row && matches ? toPerson(row) : null
}

/** The person with this id, or null when the account does not exist. */
export async function findUser({ reader }: Pick<Store, 'reader'>, id: string): Promise<Person | null> {
  const row = await reader.selectFrom('users').select(['id', 'name', 'role']).where('id', '=', id).executeTakeFirst()
  return row ? toPerson(row) : null
}

/** The number of accounts, without demo accounts. */
export async function countUsers({ db }: Store): Promise<number> {
  const rows = await db.selectFrom('users').select('id').where('is_demo', '=', 0).execute()
  return rows.length
}

const toPerson = ({ id, name, role }: { id: string; name: string; role: Role }): Person => ({
  id,
  name,
  role,
  permissions: rolePermissions[role],
})

/** The key by which names are compared: without differences in case or Unicode composition. */
export const keyOf = (name: string) => name.normalize('NFKC').toLowerCase()
