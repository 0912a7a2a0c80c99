import type { Replicas } from '../replicas/replicas.ts'
import type { PlaceIds } from './noun.ts'

/** How often a message about the same place is sent. Shorter than the time that it counts for. Milliseconds. */
const everyMs = 15_000

/** Sends the other replicas a message when a page about a thing in a place is open, because one of them may poll it. */
export function createAttendance({ areSeveral, channel }: Replicas): (place: Omit<PlaceIds, 'service'>) => void {
  const sentMs = new Map<string, number>()
  return ({ connectionId, compartmentId }) => {
    if (!areSeveral) return
    const key = `${connectionId}/${compartmentId}`
    const now = performance.now()
    if (now - (sentMs.get(key) ?? -Infinity) < everyMs) return
    sentMs.set(key, now)
    channel.send({ is: 'place-attended', place: { connectionId, compartmentId } })
  }
}
