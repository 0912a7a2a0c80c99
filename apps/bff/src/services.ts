import type { Config } from './config.ts'
import type { Keyring } from './keyring/keyring.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { LiveHub } from './live/live-hub.ts'
import type { Store } from './store/store.ts'

/** What the routes need, given to each as its plugin options. */
export interface Services {
  config: Config
  store: Store
  keyring: Keyring
  ledger: Ledger
  live: LiveHub
}
