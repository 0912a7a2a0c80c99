import type { Config } from './config.ts'
import type { CallLog } from './keyring/clients.ts'
import { createKeyring, type ConnectionOptions } from './keyring/create-keyring.ts'
import { createActs, type ActsOptions } from './acts/create-acts.ts'
import { createJournal } from './ledger/create-journal.ts'
import { createLiveHub } from './live/live-hub.ts'
import type { Pace } from './live/pace.ts'
import { createReadingRoom } from './access-requests/reading-room.ts'
import type { Services } from './services.ts'
import { openStore } from './store/store.ts'
import { findUser } from './users/users.ts'

/** What tests turn: time, and how patient we are. */
export interface Tuning {
  now?: () => number
  pace?: Partial<Pace>
  /** How the acts behave in time. */
  acts?: Pick<ActsOptions, 'patienceMs' | 'signatureLifeMs' | 'followPace'>
}

export interface OpenServices extends Services {
  /** Lets what is under way end, for a few seconds at most. */
  close(): Promise<void>
}

/** Opens the store and everything that stands on it. Throws a StoreError, or an OciError for an endpoint that is none. */
export async function openServices(
  config: Config,
  connections: readonly ConnectionOptions[],
  log: ActsOptions['log'] & CallLog,
  { now, pace, acts: actTimes }: Tuning = {},
): Promise<OpenServices> {
  const client = config.oci.kind === 'tenancy' ? config.oci.client : undefined
  const keyring = createKeyring(connections, { now, log, client })
  const store = await openStore(config.dataFolder, { exclusive: true })
  const journal = createJournal({ store, log, now })
  const live = createLiveHub({ store, pace })
  const room = createReadingRoom(journal)
  const findPerson = (id: string) => findUser(store, id)
  const acts = createActs({ journal, keyring, live, room, findPerson, log, now, ...actTimes })
  return {
    config,
    store,
    keyring,
    journal,
    acts,
    room,
    live,
    async close() {
      await live.close()
      await acts.close()
      await journal.close()
      await keyring.close()
      await store.close()
    },
  }
}
