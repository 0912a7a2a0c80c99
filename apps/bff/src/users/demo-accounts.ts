import { join } from 'node:path'
import type { Role } from '@gatehouse/contract'
import { keptSecret } from '../kept-secret.ts'
import type { Store } from '../store/store.ts'
import { generatePassword, passwordMatches } from './password.ts'
import { changePassword, createUser, keyOf } from './users.ts'

/** The accounts that exist while the sandbox plays OCI, named by role. */
export const demoAccounts: readonly { name: string; role: Role; description: string }[] = [
  { name: 'viewer', role: 'viewer', description: 'Sees everything, changes nothing' },
  { name: 'operator', role: 'operator', description: 'Starts and stops desktop pools and desktops' },
  { name: 'approver', role: 'approver', description: 'Decides on access requests' },
  { name: 'admin', role: 'admin', description: 'May do everything' },
]

/**
 * Makes the demo accounts and gives the one password they share, which is made at the first start and kept in a file
 * that only its owner may read, so that every start can print it. An account of a person keeps its name.
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

/** Where there is no sandbox, or others can reach it, there are no demo accounts. Their sessions end with them. */
export async function removeDemoAccounts({ db }: Pick<Store, 'db'>): Promise<void> {
  await db.deleteFrom('users').where('is_demo', '=', 1).execute()
}
