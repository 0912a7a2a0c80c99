import type { CompartmentRef, Listing, ServiceId, Unread } from '@gatehouse/contract'
import type { BffConnection, Keyring } from '../keyring/keyring.ts'
import { toProblem } from '../problem.ts'
import { createLimit } from './limit.ts'
import { jittered } from './pace.ts'

/** One compartment of one service on one connection. */
export interface Place {
  connection: BffConnection
  service: ServiceId
  compartment: CompartmentRef
}

/** The last items of one place, and the state of reading it. */
export interface Part<T> {
  items: T[]
  /** Null for a place that has never been read. */
  readAtMs: number | null
  unread: Unread | null
  /** Failed reads in a row. */
  failures: number
  /** The place is not read again before this time, in milliseconds since the epoch. */
  restsUntilMs: number
}

/** A listing and the parts it is built from. The next read takes the items of failing places from `parts`. */
export interface Everywhere<T> {
  listing: Listing<T>
  parts: ReadonlyMap<string, Part<T>>
}

interface Reading<T> {
  keyring: Keyring
  services: readonly ServiceId[]
  /** Every item of one place. */
  read: (place: Place, signal: AbortSignal) => Promise<T[]>
  previous: Everywhere<T> | undefined
  /** The keys of the places to read; the others keep their previous part. All places when absent. */
  only?: ReadonlySet<string> | undefined
  signal: AbortSignal
}

/** How many places of one connection are read concurrently, over all listings. */
const placesAtOnce = 8

const limits = new WeakMap<BffConnection, ReturnType<typeof createLimit>>()

/** Runs the task when the connection has a free slot. */
export function withSlot<T>(connection: BffConnection, task: () => Promise<T>): Promise<T> {
  const limit = limits.get(connection) ?? createLimit(placesAtOnce)
  limits.set(connection, limit)
  return limit(task)
}

/** A failing place is skipped for a second. The time doubles with each further failure, up to this. */
const longestRestMs = 10_000

/**
 * Reads the services in every compartment of every connection that has them. A place that fails does not reject the read:
 * it is listed in `unread` and keeps its last items. It keeps none when OCI answers that it is forbidden or not found.
 */
export async function readEverywhere<T>({ keyring, services, read, previous, only, signal }: Reading<T>) {
  const parts = new Map<string, Part<T>>()
  await Promise.all(
    keyring.connections.map(async (connection) => {
      const here = connection.services.filter((service) => services.includes(service))
      if (here.length === 0) return
      try {
        const compartments = await connection.compartments()
        const places = compartments.flatMap((compartment) =>
          here.map((service) => ({ connection, service, compartment })),
        )
        for (const place of places) parts.set(keyOf(place), neverRead)
        await Promise.all(places.map(readPlace))
      } catch (error) {
        for (const service of here) {
          const place = { connection, service, compartment: null }
          parts.set(keyOf(place), failed(place, error))
        }
      }
    }),
  )
  signal.throwIfAborted()
  return { listing: toListing(parts, keyring, previous?.listing.snapshotAt), parts } satisfies Everywhere<T>

  async function readPlace(place: Place) {
    const before = previous?.parts.get(keyOf(place))
    const isExcluded = before !== undefined && only !== undefined && !only.has(keyOf(place))
    if (isExcluded || (before && before.restsUntilMs > Date.now())) {
      parts.set(keyOf(place), before)
      return
    }
    try {
      const items = await withSlot(place.connection, () => read(place, signal))
      parts.set(keyOf(place), { ...neverRead, items, readAtMs: Date.now() })
    } catch (error) {
      parts.set(keyOf(place), failed(place, error))
    }
  }

  function failed(place: Hole, error: unknown): Part<T> {
    const { code, message, opcRequestId = null, retryAfterSeconds = 0 } = toProblem(error)
    const before = previous?.parts.get(keyOf(place))
    const isForbidden = code === 'not_found' || code === 'forbidden'
    const unread = {
      connectionId: place.connection.id,
      service: place.service,
      compartment: place.compartment,
      reason: message,
      opcRequestId,
      since: before?.unread?.since ?? new Date().toISOString(),
    }
    const failures = (before?.failures ?? 0) + 1
    const restMs = jittered(Math.max(1_000 * retryAfterSeconds, Math.min(longestRestMs, 500 * 2 ** failures)))
    return {
      items: isForbidden ? [] : (before?.items ?? []),
      readAtMs: before?.readAtMs ?? null,
      unread,
      failures,
      restsUntilMs: Date.now() + restMs,
    }
  }
}

const neverRead = { items: [], readAtMs: null, unread: null, failures: 0, restsUntilMs: 0 }

type Hole = Omit<Place, 'compartment'> & { compartment: CompartmentRef | null }

const keyOf = ({ connection, service, compartment }: Hole) =>
  placeKey({ connectionId: connection.id, service, compartmentId: compartment?.id ?? '' })

/** Names one compartment of one service on one connection. */
export const placeKey = (place: { connectionId: string; service: ServiceId; compartmentId: string }) =>
  `${place.connectionId}/${place.service}/${place.compartmentId}`

function toListing<T>(
  parts: ReadonlyMap<string, Part<T>>,
  keyring: Keyring,
  previousAt: string | undefined,
): Listing<T> {
  const now = Date.now()
  const ids = [...parts.keys()].map((key) => key.split('/'))
  const connectionIds = new Set(ids.map(([connectionId = '']) => connectionId))
  const compartments = new Set(ids.filter(([, , id]) => id).map(([connectionId, , id]) => `${connectionId}/${id}`))
  const read = [...parts.values()]
  return {
    items: read.flatMap(({ items }) => items),
    readAt: new Date(Math.min(now, ...read.flatMap(({ readAtMs }) => readAtMs ?? []))).toISOString(),
    snapshotAt: laterThan(previousAt, now),
    sources: {
      connections: connectionIds.size,
      regions: new Set([...connectionIds].map((id) => keyring.get(id).region)).size,
      compartments: compartments.size,
    },
    unread: read.flatMap(({ unread }) => unread ?? []),
  }
}

/** Two reads within one millisecond get different times. */
const laterThan = (previousAt: string | undefined, now: number) =>
  new Date(previousAt !== undefined && Date.parse(previousAt) === now ? now + 1 : now).toISOString()
