import { lastSentMs } from '../ledger/entries.ts'
import type { Journal } from '../ledger/journal.ts'
import { createCache } from '../live/cache.ts'
import { createActionCatalogue } from './action-catalogue.ts'
import type { Control } from './control.ts'
import type { ReadingRoom } from './read-access-request.ts'

/** How long controls are cached. They change rarely. */
const controlsKeptMs = 60_000

/** Create one, and share it among all readers of access requests. */
export function createReadingRoom(journal: Pick<Journal, 'on'>): ReadingRoom {
  const controls = createCache<Control>(controlsKeptMs)
  return {
    async decisionsOn(accessRequestId) {
      const attempts = await journal.on(accessRequestId)
      return attempts.map((attempt) => ({
        person: attempt.intent.person.name,
        signedAs: attempt.intent.signedAs,
        atMs: Date.parse(attempt.answer?.at ?? '') || lastSentMs(attempt),
      }))
    },
    catalogue: createActionCatalogue(),
    async control(connection, id, fresh, read) {
      if (id === undefined) return null
      // A decision must not rest on a read that began before it.
      if (fresh) return read(id)
      return controls.getOrRead(`${connection.id}/${id}`, () => read(id))
    },
  }
}
