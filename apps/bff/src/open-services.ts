import { createReadingRoom } from './access-requests/reading-room.ts'
import { createOpenStreams, type StreamsLog } from './access/open-streams.ts'
import { createActs, type ActsOptions } from './acts/create-acts.ts'
import type { Config } from './config.ts'
import type { CallLog } from './keyring/clients.ts'
import { createKeyring, type ConnectionOptions } from './keyring/create-keyring.ts'
import { createKeyBindings } from './keyring/key-bindings.ts'
import type { Keyring } from './keyring/keyring.ts'
import { createJournal } from './ledger/create-journal.ts'
import { createInventory } from './inventory/inventory.ts'
import type { InventoryPace } from './inventory/pace.ts'
import { createThings } from './live/things.ts'
import { createLiveHub } from './live/live-hub.ts'
import type { Pace } from './live/pace.ts'
import { nouns } from './nouns.ts'
import type { Services } from './services.ts'
import { openReplicas } from './replicas/open-replicas.ts'
import { oneReplica } from './replicas/one-replica.ts'
import type { Replicas } from './replicas/replicas.ts'
import { openStore, type Store } from './store/store.ts'
import { findUser } from './users/users.ts'

/** Overrides for tests. */
export interface Tuning {
  now?: () => number
  pace?: Partial<Pace>
  /** The intervals at which lists are read. */
  inventoryPace?: Partial<InventoryPace>
  /** The timing of acts. */
  acts?: Pick<ActsOptions, 'patienceMs' | 'signatureLifeMs' | 'followPace'>
}

export interface OpenServices extends Services {
  /** Waits for acts and calls in flight, for a few seconds at most. */
  close(): Promise<void>
}

type Log = ActsOptions['log'] & CallLog & StreamsLog

/** Opens the store and all services that use it. Throws a StoreError, or an OciError for an invalid endpoint. */
export async function openServices(
  config: Config,
  connections: readonly ConnectionOptions[],
  log: Log,
  { now, pace, inventoryPace, acts: actTimes }: Tuning = {},
): Promise<OpenServices> {
  const store = await openStore(config.store, { exclusive: true })
  let replicas: Replicas = oneReplica()
  try {
    replicas = await openReplicas(config.store, store, log)
    const keyring = await openKeyring(config, connections, { store, replicas, log, now })
    const journal = createJournal({ store, replicas, log, now, anchor: config.ledger.anchor })
    const inventory = await createInventory({
      store,
      keyring,
      nouns,
      replicas,
      pace: inventoryPace,
      keptMs: config.retention.forgottenMs,
      log,
    })
    const live = createLiveHub({ store, inventory, replicas, pace })
    const things = createThings(store, live)
    const streams = createOpenStreams({ store, channel: replicas.channel, log, now })
    const room = createReadingRoom(journal)
    const findPerson = (id: string) => findUser(store, id)
    const acts = createActs({ journal, keyring, live, room, replicas, findPerson, log, now, ...actTimes })
    return {
      config,
      store,
      keyring,
      journal,
      acts,
      room,
      live,
      inventory,
      things,
      streams,
      async close() {
        streams.close()
        await live.close()
        await inventory.close()
        await acts.close()
        await keyring.close()
        await journal.close()
        await replicas.close()
        await store.close()
      },
    }
  } catch (error) {
    await replicas.close()
    await store.close()
    throw error
  }
}

/** Keys of the embedded sandbox are matched by name only, because its demo accounts get new ids when they are recreated. */
async function openKeyring(
  { oci }: Config,
  connections: readonly ConnectionOptions[],
  { store, ...settings }: { store: Store; replicas: Replicas; log: Log; now: (() => number) | undefined },
): Promise<Keyring> {
  if (oci.kind === 'sandbox') return createKeyring(connections, settings)
  const { log, now } = settings
  const bindings = await createKeyBindings({ store, connections, log, now })
  return createKeyring(connections, { ...settings, client: oci.client, bindings })
}
