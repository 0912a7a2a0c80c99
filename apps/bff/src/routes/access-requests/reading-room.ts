import type { Ledger } from '../../ledger/ledger.ts'
import { createMemory } from '../../live/memory.ts'
import { createActionCatalogue } from './action-catalogue.ts'
import type { Control } from './control.ts'
import type { ReadingRoom } from './read-access-request.ts'

/** A control is changed by hand, and rarely. */
const controlsKeptMs = 60_000

/** One for all who read access requests. */
export function createReadingRoom(ledger: Ledger): ReadingRoom {
  const controls = createMemory<Control>(controlsKeptMs)
  return {
    ledger,
    catalogue: createActionCatalogue(),
    async control(connection, id, anew, read) {
      if (id === undefined) return null
      const key = `${connection.id}/${id}`
      if (anew) controls.forget(key)
      return controls.recall(key, () => read(id))
    },
  }
}
