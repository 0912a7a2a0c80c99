import type { OpenStreams } from './access/open-streams.ts'
import type { Config } from './config.ts'
import type { Keyring } from './keyring/keyring.ts'
import type { Acts } from './acts/create-acts.ts'
import type { Journal } from './ledger/journal.ts'
import type { LiveHub } from './live/live-hub.ts'
import type { Inventory } from './inventory/inventory.ts'
import type { Things } from './live/things.ts'
import type { ReadingRoom } from './access-requests/read-access-request.ts'
import type { Store } from './store/store.ts'

/** The services of the routes. Each route gets them as its plugin options. */
export interface Services {
  config: Config
  store: Store
  keyring: Keyring
  journal: Journal
  acts: Acts
  /** Reads and caches what access requests need. Shared by the routes and the acts. */
  room: ReadingRoom
  live: LiveHub
  /** What OCI has, in lists. */
  inventory: Inventory
  /** What OCI has, one by one. */
  things: Things
  /** The open event streams, to end them with their session. */
  streams: OpenStreams
}
