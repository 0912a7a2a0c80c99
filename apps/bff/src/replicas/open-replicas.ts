import { placeOf } from '../store/postgres/target.ts'
import { toStoreError } from '../store/store-error.ts'
import type { Store, StoreTarget } from '../store/store.ts'
import type { LinkLog } from './postgres/link.ts'
import { oneReplica } from './one-replica.ts'
import type { Replicas } from './replicas.ts'

/** Joins the replicas of a database; a SQLite file has one process. Throws a StoreError. */
export async function openReplicas(
  target: StoreTarget,
  store: Pick<Store, 'db' | 'reader'>,
  log: LinkLog,
): Promise<Replicas> {
  if (typeof target === 'string') return oneReplica()
  // Loaded on use: a store in a file does not need the client.
  const { joinReplicas } = await import('./postgres/open.ts')
  try {
    return await joinReplicas(target, store, log)
  } catch (error) {
    throw toStoreError(placeOf(target), error)
  }
}
