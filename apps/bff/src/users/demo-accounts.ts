import { join } from 'node:path'
import type { Role } from '@gatehouse/contract'
import { keptSecret } from '../kept-secret.ts'
import type { Store } from '../store/store.ts'
import { generatePassword, passwordMatches } from './password.ts'
import { changePassword, createUser, keyOf } from './users.ts'

/** The accounts that exist while the embedded sandbox runs, named by role. */
export const demoAccounts: readonly { name: string; role: Role; description: string }[] = [
  { name: 'viewer', role: 'viewer', description: 'Sees everything, changes nothing' },
  { name: 'operator', role: 'operator', description: 'Starts and stops desktop pools and desktops' },
  { name: 'approver', role: 'approver', description: 'Decides on access requests' },
  { name: 'admin', role: 'admin', description: 'May do everything' },
]

/**
 * Creates the demo accounts and resolves to their shared password. The password is generated at the first start and stored
 * in a file that only its owner may read, so that every start can print it. A real account with the same name is kept.
 */
export async function prepareDemoAccounts(store: Store, dataFolder: string): Promise<string> {
  const password = await keptSecret(join(dataFolder, 'demo-password'), generatePassword)
  const rows = await store.db.selectFrom('users').selectAll().execute()
  for (const account of demoAccounts) {
    const row = rows.find((one) => one.name_key === keyOf(account.name))
    if (!row) await createUser(store, { ...account, password, isDemo: true })
    else if (row.is_demo === 1 && !(await passwordMatches(password, row.password_hash)))
      await changePassword(store, row.id, password)
  }
  return password
}

/** Deletes the demo accounts and their sessions. For a start without the sandbox, or with one that others can reach. */
export async function removeDemoAccounts({ db }: Pick<Store, 'db'>): Promise<void> {
  await db.deleteFrom('users').where('is_demo', '=', 1).execute()
}
