import type { Person } from '../access/person.ts'
import type { Store } from '../store/store.ts'
import { keyOf } from '../users/users.ts'
import type { ConnectionOptions } from './create-keyring.ts'

/**
 * Which account owns each personal key. The configuration names people by account name, and a name can be reused after an
 * account is deleted. A key is therefore bound to the id of the first account that has the name.
 */
export interface KeyBindings {
  /** Whether this person owns the key that is configured for their name. Binds the key to them if it has no owner. */
  isOwner(connectionId: string, person: Pick<Person, 'id' | 'name'>): boolean
  /** Waits until new bindings are stored. */
  close(): Promise<void>
}

export interface KeyBindingsOptions {
  store: Pick<Store, 'db'>
  connections: readonly Pick<ConnectionOptions, 'id' | 'personal'>[]
  log: { warn(details: unknown, message: string): void; error(details: unknown, message: string): void }
  now?: () => number
}

/**
 * Loads the stored bindings. A missing binding is created for the account in the configuration, or for the account that
 * has the name. If there is neither, the key is bound at its first use.
 */
export async function createKeyBindings(options: KeyBindingsOptions): Promise<KeyBindings> {
  const { store, connections, log, now = Date.now } = options
  const { db } = store
  const bound = new Map<string, string>()
  /** Connections and accounts whose refusal is already logged. */
  const refused = new Set<string>()
  let storing = Promise.resolve()

  for (const row of await db.selectFrom('key_bindings').selectAll().execute())
    bound.set(bindingKey(row.connection_id, row.name_key), row.account_id)
  const accounts = await db.selectFrom('users').select(['id', 'name_key']).where('is_demo', '=', 0).execute()
  for (const { id: connectionId, personal } of connections) {
    for (const [name, { account }] of personal) {
      const existing = bound.get(bindingKey(connectionId, keyOf(name)))
      const wanted = account ?? existing ?? accounts.find(({ name_key }) => name_key === keyOf(name))?.id
      if (wanted !== undefined && wanted !== existing) bind(connectionId, keyOf(name), wanted, account !== undefined)
      if (account !== undefined && !accounts.some(({ id }) => id === account))
        log.warn({ connection: connectionId, person: name, account }, 'A key is for an account that does not exist')
    }
  }
  await storing

  function bind(connection_id: string, name_key: string, account_id: string, isConfigured: boolean): void {
    bound.set(bindingKey(connection_id, name_key), account_id)
    storing = storing.then(() => storeBinding(connection_id, name_key, account_id, isConfigured))
  }

  async function storeBinding(
    connection_id: string,
    name_key: string,
    account_id: string,
    isConfigured: boolean,
  ): Promise<void> {
    const change = { account_id, bound_at: new Date(now()).toISOString() }
    try {
      await db
        .insertInto('key_bindings')
        .values({ connection_id, name_key, ...change })
        .onConflict((conflict) => {
          const sameKey = conflict.columns(['connection_id', 'name_key'])
          return isConfigured ? sameKey.doUpdateSet(change) : sameKey.doNothing()
        })
        .execute()
      // Another process may have bound the key first.
      const { account_id: owner } = await db
        .selectFrom('key_bindings')
        .select('account_id')
        .where('connection_id', '=', connection_id)
        .where('name_key', '=', name_key)
        .executeTakeFirstOrThrow()
      bound.set(bindingKey(connection_id, name_key), owner)
    } catch (error) {
      log.error({ err: error, connection: connection_id, account: account_id }, 'The owner of a key cannot be stored')
    }
  }

  return {
    isOwner(connectionId, { id, name }) {
      const owner = bound.get(bindingKey(connectionId, keyOf(name)))
      if (owner === undefined) bind(connectionId, keyOf(name), id, false)
      if (owner === undefined || owner === id) return true
      if (!refused.has(bindingKey(connectionId, id))) {
        refused.add(bindingKey(connectionId, id))
        log.warn(
          { connection: connectionId, person: name, account: id, owner },
          'The key of this name belongs to an earlier account, so the shared key signs. State `account` under `people` to change that.',
        )
      }
      return false
    },
    close: () => storing,
  }
}

/** Unambiguous, because ids of connections contain no space. */
const bindingKey = (connectionId: string, name: string) => `${connectionId} ${name}`
