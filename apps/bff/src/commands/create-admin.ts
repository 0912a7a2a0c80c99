import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openStore } from '../store/store.ts'
import { removeDemoAccounts } from '../users/demo-accounts.ts'
import { AccountError, createUser } from '../users/users.ts'
import { readPassword } from './read-password.ts'

/** Creates an account with all permissions. May run while the server runs. */
export async function createAdmin(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const config = readConfig(env)
  const name = nameOf(args)
  const password = env['GATEHOUSE_PASSWORD'] ?? (await readPassword())
  const store = await openStore(config.store)
  let id: string
  try {
    // Demo accounts of an earlier start with the sandbox may still occupy the names.
    const first = config.oci.kind === 'tenancy' ? removeDemoAccounts : undefined
    id = (await createUser(store, { name, role: 'admin', password }, first)).id
  } finally {
    await store.close()
  }
  console.log(`The account "${name}" can sign in as admin. Its id is ${id}.`)
}

function nameOf(args: readonly string[]): string {
  try {
    const { values } = parseArgs({ args: [...args], options: { name: { type: 'string' } } })
    if (values.name?.trim()) return values.name.trim()
  } catch (cause) {
    throw new AccountError(
      `${cause instanceof Error ? cause.message : String(cause)} Usage: create-admin --name NAME`,
      { cause },
    )
  }
  throw new AccountError('Name the account: create-admin --name NAME')
}
