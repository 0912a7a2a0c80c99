import type { CompartmentRef, ServiceId } from '@gatehouse/contract'
import type { BffConnection, Keyring } from '../keyring/keyring.ts'
import { toProblem } from '../problem.ts'
import type { FailedConnection } from './freshness.ts'
import { placeIds, placeKey, type Noun, type Place, type PlaceIds } from './noun.ts'
import type { PlacePoller } from './place-poller.ts'
import { unknownPlace, type PlaceRecord } from './place-records.ts'

/** The places of one noun: its services in every compartment of every connection. */
export interface NounPlaces {
  readonly size: number
  all(): Iterable<PlacePoller>
  at(place: Omit<PlaceIds, 'service'>): PlacePoller[]
  byKey(key: string): PlacePoller | undefined
  /** Connections whose compartments cannot be read, and those whose compartments are not known yet. */
  failed(): FailedConnection[]
  opening(): BffConnection[]
  /** Compares the places with the compartments that there are. The keyring caches these. Never rejects. */
  update(): Promise<void>
}

interface NounPlacesOptions {
  keyring: Keyring
  noun: Noun
  signal: AbortSignal
  /** The records of the store, by the place's key. */
  records: () => Promise<ReadonlyMap<string, PlaceRecord>>
  open: (place: Place, record: PlaceRecord) => PlacePoller
  /** Places were removed, by their keys. `isFirst`: their compartments are missing in the first list of the connection. */
  onGone: (keys: readonly string[], isFirst: boolean) => Promise<void>
  /** The compartments of a connection cannot be read. */
  onFailed: () => void
}

export function createNounPlaces(options: NounPlacesOptions): NounPlaces {
  const { keyring, noun, signal, records, open, onGone, onFailed } = options
  const pollers = new Map<string, PlacePoller>()
  const failures = new Map<string, FailedConnection>()
  const compartmentsOf = new Map<BffConnection, readonly CompartmentRef[]>()

  const servicesOf = (connection: BffConnection) =>
    connection.services.filter((service) => noun.services.includes(service))

  async function updateConnection(connection: BffConnection): Promise<void> {
    const services = servicesOf(connection)
    if (services.length === 0) return
    try {
      const compartments = await connection.compartments()
      for (const service of services) failures.delete(`${connection.id}/${service}`)
      if (compartmentsOf.get(connection) === compartments || signal.aborted) return
      const existing = await records()
      const isFirst = !compartmentsOf.has(connection)
      compartmentsOf.set(connection, compartments)
      add(connection, services, compartments, existing)
      await remove(connection, new Set(compartments.map(({ id }) => id)), existing, isFirst)
    } catch (error) {
      const { message, opcRequestId = null } = toProblem(error)
      for (const service of services) {
        const key = `${connection.id}/${service}`
        const since = failures.get(key)?.failure.since ?? new Date().toISOString()
        failures.set(key, { connection, service, failure: { since, reason: message, opcRequestId } })
      }
      onFailed()
    }
  }

  function add(
    connection: BffConnection,
    services: readonly ServiceId[],
    compartments: readonly CompartmentRef[],
    existing: ReadonlyMap<string, PlaceRecord>,
  ) {
    const places = compartments.flatMap((compartment) =>
      services.map((service) => ({ connection, service, compartment })),
    )
    const found = places
      .map((place) => ({ place, key: placeKey(placeIds(place)) }))
      .filter(({ key }) => !pollers.has(key))
      .map(({ place, key }) => ({ place, key, record: existing.get(key) ?? unknownPlace }))
      // Where something was found before is read first.
      .toSorted((one, other) => Number(other.record.everHeld) - Number(one.record.everHeld))
    for (const { place, key, record } of found) pollers.set(key, open(place, record))
  }

  async function remove(
    connection: BffConnection,
    there: ReadonlySet<string>,
    existing: ReadonlyMap<string, PlaceRecord>,
    isFirst: boolean,
  ) {
    const gone = [...new Set([...pollers.keys(), ...existing.keys()])].filter((key) => {
      const [connectionId, , compartmentId = ''] = key.split('/')
      return connectionId === connection.id && !there.has(compartmentId)
    })
    for (const key of gone) {
      pollers.get(key)?.stop()
      pollers.delete(key)
    }
    if (gone.length > 0) await onGone(gone, isFirst)
  }

  return {
    get size() {
      return pollers.size
    },
    all: () => pollers.values(),
    at: ({ connectionId, compartmentId }) =>
      [...pollers.values()].filter(
        ({ place }) => place.connection.id === connectionId && place.compartment.id === compartmentId,
      ),
    byKey: (key) => pollers.get(key),
    failed: () => [...failures.values()],
    opening: () =>
      keyring.connections.filter(
        (connection) =>
          servicesOf(connection).length > 0 &&
          !compartmentsOf.has(connection) &&
          ![...failures.values()].some((one) => one.connection === connection),
      ),
    async update() {
      await Promise.all(keyring.connections.map(updateConnection))
    },
  }
}
