import type { OciReply } from './answer.ts'
import { Deadline } from './deadline.ts'
import { asSent } from './error.ts'

type Reply = OciReply<unknown>

/** Reads in flight, which callers that ask for the same may join. */
export interface JoinedReads {
  /**
   * The answer to the read in flight with this key, or to the read that `begin` begins. A caller waits no longer than its
   * own deadline. The read goes on until its last caller has left, and is cancelled then. It takes no further callers once
   * it was too slow for one.
   */
  join(key: string, own: Deadline, begin: (shared: Deadline) => Promise<Reply>): Promise<Reply>
  /** Later callers join no read that is in flight: what it reads may be out of date. */
  forget(): void
}

interface Flight {
  readonly waiting: Set<Deadline>
  readonly shared: Deadline
  readonly reply: Promise<Reply>
}

/** For one client: callers that join must have the same principal, too. */
export function createJoinedReads(): JoinedReads {
  const flights = new Map<string, Flight>()

  function take(key: string, own: Deadline, begin: (shared: Deadline) => Promise<Reply>): Flight {
    const waiting = new Set([own])
    const shared = new Deadline(() => Math.max(...Array.from(waiting, (deadline) => deadline.remainingMs())))
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
        const { sent } = flight.shared
        reject(sent ? asSent(reason, sent.requestId) : reason)
        flight.waiting.delete(own)
        // a read that was silent for a whole deadline may be so for ever; later callers must not wait for it
        if (reason.kind === 'timeout' || flight.waiting.size === 0) land(key, flight)
        if (flight.waiting.size === 0) flight.shared.pass(reason)
      })
      flight.reply.then(
        (reply) => {
          stop()
          land(key, flight)
          // each caller has a reply of its own, which it may change
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
