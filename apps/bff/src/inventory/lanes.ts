import { createLimit, type Limit } from '../limit.ts'
import type { PlaceIds } from './noun.ts'

/** Places of one service and connection that are read concurrently. */
const placesAtOnce = 8

/** The same for places that were slow or failed, so that they never hold back the others. */
const slowPlacesAtOnce = 2

export interface Lanes {
  of(place: Pick<PlaceIds, 'connectionId' | 'service'>, isSlow: boolean): Limit
}

/** The slots for reading places, for each service of each connection. Shared by all nouns. */
export function createLanes(): Lanes {
  const lanes = new Map<string, Limit>()
  return {
    of({ connectionId, service }, isSlow) {
      const name = `${connectionId}/${service}/${isSlow ? 'slow' : 'usual'}`
      const lane = lanes.get(name) ?? createLimit(isSlow ? slowPlacesAtOnce : placesAtOnce)
      lanes.set(name, lane)
      return lane
    },
  }
}
