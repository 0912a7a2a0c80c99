import type { OciReply } from './answer.ts'
import { Deadline } from './deadline.ts'

type Reply = OciReply<unknown>

/** Reads that are under way, for those who ask for the same meanwhile. */
export interface JoinedReads {
  /**
   * The answer to what is under way with this key, or to what `begin` begins. Whoever joins waits no longer than their
   * own deadline; the read itself goes on until the last of them has left. Nobody joins it once it was too slow for one.
   */
  join(key: string, own: Deadline, begin: (shared: Deadline) => Promise<Reply>): Promise<Reply>
  /** Whoever comes from here on joins none that is under way: what it reads may be out of date. */
  forget(): void
}

interface Flight {
  readonly waiting: Set<Deadline>
  readonly shared: Deadline
  readonly reply: Promise<Reply>
}

/** For one client: whoever joins must be who asks, too. */
export function createJoinedReads(): JoinedReads {
  const flights = new Map<string, Flight>()

  function take(key: string, own: Deadline, begin: (shared: Deadline) => Promise<Reply>): Flight {
    const waiting = new Set([own])
    const shared = new Deadline(() => Math.max(...Array.from(waiting, (one) => one.remainingMs())))
    const flight = { waiting, shared, reply: begin(shared) }
    flights.set(key, flight)
    return flight
  }

  function land(key: string, flight: Flight) {
    if (flights.get(key) === flight) flights.delete(key)
  }

  return {
    join(key, own, begin) {
      const { promise, resolve, reject } = Promise.withResolvers<Reply>()
      if (own.reason) {
        reject(own.reason)
        return promise
      }
      const joined = flights.get(key)
      joined?.waiting.add(own)
      const flight = joined ?? take(key, own, begin)
      const stop = own.watch((reason) => {
        reject(reason)
        flight.waiting.delete(own)
        // one that was silent for a whole deadline may be so for ever, and is to hold nobody who comes later
        if (reason.kind === 'timeout' || flight.waiting.size === 0) land(key, flight)
        if (flight.waiting.size === 0) flight.shared.pass(reason)
      })
      flight.reply.then(
        (reply) => {
          stop()
          land(key, flight)
          // each has a reply of their own, to change as they like
          resolve(joined ? structuredClone(reply) : reply)
        },
        (error: unknown) => {
          stop()
          land(key, flight)
          reject(error)
        },
      )
      return promise
    },
    forget: () => flights.clear(),
  }
}
