import type { OciReply } from './answer.ts'
import { Deadline } from './deadline.ts'
import { asSent } from './error.ts'

type Reply = OciReply<unknown>

/** Reads in flight. Concurrent callers of the same read share one request. */
export interface JoinedReads {
  /**
   * Joins the read in flight with this key, or starts one with `begin`. Each caller keeps its own deadline. The read is
   * cancelled when its last caller has left. After it was too slow for one caller, no further callers join it.
   */
  join(key: string, own: Deadline, begin: (shared: Deadline) => Promise<Reply>): Promise<Reply>
  /** Keeps later callers from joining the reads in flight, which may return stale data. */
  invalidate(): void
}

interface Flight {
  readonly waiting: Set<Deadline>
  readonly shared: Deadline
  readonly reply: Promise<Reply>
}

/** For one client, because callers that join must have the same principal. */
export function createJoinedReads(): JoinedReads {
  const flights = new Map<string, Flight>()

  function start(key: string, own: Deadline, begin: (shared: Deadline) => Promise<Reply>): Flight {
    const waiting = new Set([own])
    const shared = new Deadline(() => Math.max(...Array.from(waiting, (deadline) => deadline.remainingMs())))
    const flight = { waiting, shared, reply: begin(shared) }
    flights.set(key, flight)
    return flight
  }

  function remove(key: string, flight: Flight) {
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
      const flight = joined ?? start(key, own, begin)
      const stop = own.watch((reason) => {
        const { sent } = flight.shared
        reject(sent ? asSent(reason, sent.requestId) : reason)
        flight.waiting.delete(own)
        // A read that was silent for a whole deadline may stay silent, so later callers must not wait for it.
        if (reason.kind === 'timeout' || flight.waiting.size === 0) remove(key, flight)
        if (flight.waiting.size === 0) flight.shared.pass(reason)
      })
      flight.reply.then(
        (reply) => {
          stop()
          remove(key, flight)
          // Each caller gets its own copy, because it may change the reply.
          resolve(joined ? structuredClone(reply) : reply)
        },
        (error: unknown) => {
          stop()
          remove(key, flight)
          reject(error)
        },
      )
      return promise
    },
    invalidate: () => flights.clear(),
  }
}
