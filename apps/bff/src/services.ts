import type { Config } from './config.ts'
import type { Keyring } from './keyring/keyring.ts'
import type { Acts } from './acts/create-acts.ts'
import type { Journal } from './ledger/journal.ts'
import type { LiveHub } from './live/live-hub.ts'
import type { ReadingRoom } from './access-requests/read-access-request.ts'
import type { Store } from './store/store.ts'

/** What the routes need; each gets it as its plugin options. */
export interface Services {
  config: Config
  store: Store
  keyring: Keyring
  journal: Journal
  acts: Acts
  /** What reading access requests needs; the acts on them read with it, too. */
  room: ReadingRoom
  live: LiveHub
}
