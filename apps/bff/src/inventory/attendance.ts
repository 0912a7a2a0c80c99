import type { Replicas } from '../replicas/replicas.ts'
import type { PlaceIds } from './noun.ts'

/** How often the other replicas are told of the same place. Shorter than the time that they remember it. Milliseconds. */
const everyMs = 15_000

/** Tells the other replicas that a page about a thing in a place is open, because one of them may poll the place. */
export function createAttendance({ areSeveral, channel }: Replicas): (place: Omit<PlaceIds, 'service'>) => void {
  const toldMs = new Map<string, number>()
  return ({ connectionId, compartmentId }) => {
    if (!areSeveral) return
    const key = `${connectionId}/${compartmentId}`
    const now = performance.now()
    if (now - (toldMs.get(key) ?? -Infinity) < everyMs) return
    toldMs.set(key, now)
    channel.send({ is: 'place-attended', place: { connectionId, compartmentId } })
  }
}
