import type { Config } from './config.ts'
import type { CallLog } from './keyring/clients.ts'
import { createKeyring, type ConnectionOptions } from './keyring/create-keyring.ts'
import { createLedger, type LedgerOptions } from './ledger/create-ledger.ts'
import { createLiveHub } from './live/live-hub.ts'
import type { Pace } from './live/pace.ts'
import type { Services } from './services.ts'
import { openStore } from './store/store.ts'

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

/** Opens the store and everything that stands on it. Throws a StoreError, or an OciError for an endpoint that is none. */
export async function openServices(
  config: Config,
  connections: readonly ConnectionOptions[],
  log: LedgerOptions['log'] & CallLog,
  { now, pace, settleAfterMs }: Tuning = {},
): Promise<OpenServices> {
  const client = config.oci.kind === 'tenancy' ? config.oci.client : undefined
  const keyring = createKeyring(connections, { now, log, client })
  const store = await openStore(config.dataFolder, { exclusive: true })
  const ledger = createLedger({ store, keyring, log, now, settleAfterMs })
  const live = createLiveHub({ store, pace })
  return {
    config,
    store,
    keyring,
    ledger,
    live,
    async close() {
      await live.close()
      await ledger.close()
      await keyring.close()
      await store.close()
    },
  }
}
