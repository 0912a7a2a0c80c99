import type { CompartmentRef, Freshness, ServiceId } from '@gatehouse/contract'
import type { BffConnection, Keyring } from '../keyring/keyring.ts'
import { toProblem } from '../problem.ts'
import type { Store } from '../store/store.ts'
import { freshnessOf, type FailedConnection } from './freshness.ts'
import type { Lanes } from './lanes.ts'
import { placeIds, placeKey, type Noun, type PlaceIds } from './noun.ts'
import type { InventoryPace } from './pace.ts'
import { createPlacePoller, type PlacePoller } from './place-poller.ts'
import { readPlaceRecords, unknownPlace, writePlaceRecords, type PlaceRecord } from './place-records.ts'
import { isIn, type ScopePlaces } from './scope.ts'
import type { Moved } from './write-place.ts'
import { forgetPlaces } from './forget-places.ts'

/** How often the compartments of a connection are compared with the pollers. The keyring caches them longer. */
const compartmentsEveryMs = 5_000

/** Records of places are written together, because a calm place changes nothing but its time. */
const recordsEveryMs = 1_000

/** Polls all places of one noun while it is watched or wanted. */
export interface NounPoller {
  /** Polls until the result is called, and for a while after it: for the next request of a page without a stream. */
  watch(): () => void
  /** Reads a place as soon as possible; all of them without one. */
  hurry(place?: Omit<PlaceIds, 'service'>): void
  /** A page about a thing in the place is open. */
  attend(place: Omit<PlaceIds, 'service'>): void
  /** Waits a little for data that an act has changed, and right after the start for data that was never read. */
  awaited(scope: ScopePlaces): Promise<void>
  freshness(scope: ScopePlaces): Freshness
  close(): Promise<void>
}

export interface NounPollerOptions {
  store: Store
  keyring: Keyring
  noun: Noun
  pace: InventoryPace
  lanes: Lanes
  /** Changes were written. */
  onMoved: (moved: Moved) => void
  /** Places were read, or a place fails or works again. */
  onRead: () => void
  log: { error(details: unknown, message: string): void }
}

export function createNounPoller(options: NounPollerOptions): NounPoller {
  const { store, keyring, noun, pace, lanes, log } = options
  const closing = new AbortController()
  const pollers = new Map<string, PlacePoller>()
  const failedConnections = new Map<string, FailedConnection>()
  const known = new Map<BffConnection, readonly CompartmentRef[]>()
  const unwritten = new Map<string, PlacePoller>()
  let records: Promise<ReadonlyMap<string, PlaceRecord>> | undefined
  /** Each connection's places, once they are known. The first request waits for them. */
  let opening: Promise<unknown> | undefined
  let watchers = 0
  let isPolling = false
  let startedMs = 0
  let lingering: NodeJS.Timeout | undefined
  let compartmentsTimer: NodeJS.Timeout | undefined
  let recordsTimer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const servicesOf = (connection: BffConnection) =>
    connection.services.filter((service) => noun.services.includes(service))

  const bug = (error: unknown) => {
    if (!closing.signal.aborted) log.error({ err: error, noun: noun.name }, 'Reading the inventory failed unexpectedly')
  }

  function start() {
    clearTimeout(lingering)
    if (isPolling || closing.signal.aborted) return
    isPolling = true
    startedMs = Date.now()
    for (const poller of pollers.values()) poller.start()
    opening = Promise.all(keyring.connections.map(updatePlaces))
    scheduleUpdates()
  }

  function scheduleUpdates() {
    compartmentsTimer = setTimeout(() => {
      void Promise.all(keyring.connections.map(updatePlaces)).then(() => isPolling && scheduleUpdates())
    }, compartmentsEveryMs)
  }

  /** Stops after a while without watchers, so that a page that is loaded again finds recent data. */
  function linger() {
    clearTimeout(lingering)
    if (watchers > 0) return
    lingering = setTimeout(() => {
      isPolling = false
      clearTimeout(compartmentsTimer)
      for (const poller of pollers.values()) poller.stop()
    }, pace.lingerMs)
    lingering.unref()
  }

  /** Adds pollers for new compartments, and removes those of compartments that are gone. */
  async function updatePlaces(connection: BffConnection): Promise<void> {
    const services = servicesOf(connection)
    if (services.length === 0) return
    try {
      const compartments = await connection.compartments()
      for (const service of services) failedConnections.delete(`${connection.id}/${service}`)
      if (known.get(connection) === compartments || closing.signal.aborted) return
      const existing = await (records ??= readPlaceRecords(store.db, noun.name))
      known.set(connection, compartments)
      addPollers(connection, services, compartments, existing)
      await removePollers(connection, new Set(compartments.map(({ id }) => id)), existing)
    } catch (error) {
      const { message, opcRequestId = null } = toProblem(error)
      for (const service of services) {
        const key = `${connection.id}/${service}`
        const since = failedConnections.get(key)?.failure.since ?? new Date().toISOString()
        failedConnections.set(key, { connection, service, failure: { since, reason: message, opcRequestId } })
      }
      options.onRead()
    }
  }

  function addPollers(
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
    for (const { place, key, record } of found) {
      const poller = createPlacePoller({
        store,
        noun,
        place,
        record,
        pace,
        lanes,
        places: () => pollers.size,
        signal: closing.signal,
        onMoved: options.onMoved,
        onRead: (read) => noteRead(key, read),
        onBug: bug,
      })
      pollers.set(key, poller)
      if (isPolling) poller.start()
    }
  }

  async function removePollers(
    connection: BffConnection,
    there: ReadonlySet<string>,
    existing: ReadonlyMap<string, PlaceRecord>,
  ) {
    const gone = [...new Set([...pollers.keys(), ...existing.keys()])].filter((key) => {
      const [connectionId, , compartmentId = ''] = key.split('/')
      return connectionId === connection.id && !there.has(compartmentId)
    })
    for (const key of gone) {
      pollers.get(key)?.stop()
      pollers.delete(key)
    }
    if (gone.length > 0) options.onMoved(await forgetPlaces(store.db, noun, gone))
  }

  function noteRead(key: string, poller: PlacePoller) {
    unwritten.set(key, poller)
    recordsTimer ??= setTimeout(() => {
      recordsTimer = undefined
      writing = writing.then(writeRecords).catch(bug)
    }, recordsEveryMs)
    options.onRead()
  }

  async function writeRecords() {
    const entries = [...unwritten.values()]
    unwritten.clear()
    const written = entries.map((poller) => ({ place: placeIds(poller.place), ...poller.record() }))
    await writePlaceRecords(store.db, noun.name, written)
  }

  const at = ({ connectionId, compartmentId }: Omit<PlaceIds, 'service'>) =>
    [...pollers.values()].filter(
      ({ place }) => place.connection.id === connectionId && place.compartment.id === compartmentId,
    )

  return {
    watch() {
      watchers += 1
      start()
      return () => {
        watchers -= 1
        linger()
      }
    },
    hurry(place) {
      for (const poller of place ? at(place) : pollers.values()) poller.hurry()
    },
    attend(place) {
      for (const poller of at(place)) poller.attend(Date.now() + pace.lingerMs)
    },
    async awaited(scope) {
      // Later requests get what there is, and how many places are still missing.
      const isFirst = Date.now() < startedMs + pace.patienceMs
      const missing = async () => {
        if (isFirst) await opening
        const awaited = [...pollers.values()].filter(({ place }) => isIn(scope, placeIds(place)))
        await Promise.all(awaited.map((poller) => poller.awaited(isFirst) ?? Promise.resolve()))
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, pace.patienceMs)
      await Promise.race([missing(), promise])
      clearTimeout(timer)
    },
    freshness(scope) {
      const failed = [...failedConnections.values()]
      const opening = keyring.connections.filter(
        (connection) =>
          servicesOf(connection).length > 0 &&
          !known.has(connection) &&
          !failed.some((one) => one.connection === connection),
      )
      return freshnessOf({ pollers: pollers.values(), failed, opening }, scope)
    },
    async close() {
      isPolling = false
      closing.abort()
      clearTimeout(lingering)
      clearTimeout(compartmentsTimer)
      clearTimeout(recordsTimer)
      await Promise.all([...pollers.values()].map((poller) => poller.close()))
      await writing
      await writeRecords().catch(bug)
    },
  }
}
