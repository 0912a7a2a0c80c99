import type { Config } from './config.ts'
import type { Keyring } from './keyring/keyring.ts'
import type { Journal } from './ledger/journal.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { LiveHub } from './live/live-hub.ts'
import type { Store } from './store/store.ts'

/** What the routes need, given to each as its plugin options. */
export interface Services {
  config: Config
  store: Store
  keyring: Keyring
  /** What the ledger writes to. Routes use the ledger. */
  journal: Pick<Journal, 'trouble'>
  ledger: Ledger
  live: LiveHub
}
