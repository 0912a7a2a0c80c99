import type { Config } from './config.ts'
import type { CallLog } from './keyring/clients.ts'
import { createKeyring, type ConnectionOptions } from './keyring/create-keyring.ts'
import { createKeyBindings } from './keyring/key-bindings.ts'
import type { Keyring } from './keyring/keyring.ts'
import { createJournal } from './ledger/create-journal.ts'
import { createLedger, type LedgerOptions } from './ledger/create-ledger.ts'
import { createLiveHub } from './live/live-hub.ts'
import type { Pace } from './live/pace.ts'
import type { Services } from './services.ts'
import { openStore, type Store } from './store/store.ts'

/** What tests turn: time, and how patient we are. */
export interface Tuning {
  now?: () => number
  pace?: Partial<Pace>
  settleAfterMs?: readonly number[]
}

export interface OpenServices extends Services {
  /** Lets what is under way end, for a few seconds at most. */
  close(): Promise<void>
}

type Log = LedgerOptions['log'] & CallLog

/** Opens the store and everything that stands on it. Throws a StoreError, or an OciError for an endpoint that is none. */
export async function openServices(
  config: Config,
  connections: readonly ConnectionOptions[],
  log: Log,
  { now, pace, settleAfterMs }: Tuning = {},
): Promise<OpenServices> {
  const store = await openStore(config.dataFolder, { exclusive: true })
  try {
    const keyring = await openKeyring(config, connections, store, log, now)
    const journal = createJournal({ store, log, now, anchor: config.ledger.anchor })
    const ledger = createLedger({ store, journal, keyring, log, now, settleAfterMs })
    const live = createLiveHub({ store, pace })
    return {
      config,
      store,
      keyring,
      journal,
      ledger,
      live,
      async close() {
        await live.close()
        await ledger.close()
        await keyring.close()
        await journal.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Keys of the embedded sandbox go by name: its demo accounts are made anew whenever they are removed. */
async function openKeyring(
  { oci }: Config,
  connections: readonly ConnectionOptions[],
  store: Store,
  log: Log,
  now: (() => number) | undefined,
): Promise<Keyring> {
  if (oci.kind === 'sandbox') return createKeyring(connections, { now, log })
  const bindings = await createKeyBindings({ store, connections, log, now })
  return createKeyring(connections, { now, log, client: oci.client, bindings })
}
