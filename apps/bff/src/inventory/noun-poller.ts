import type { Freshness } from '@gatehouse/contract'
import type { Keyring } from '../keyring/keyring.ts'
import type { Competition, Replicas } from '../replicas/replicas.ts'
import type { Store } from '../store/store.ts'
import { forgetPlaces } from './forget-places.ts'
import { freshnessOf } from './freshness.ts'
import type { Lanes } from './lanes.ts'
import { placeIds, type Noun, type PlaceIds } from './noun.ts'
import { createNounPlaces } from './noun-places.ts'
import type { InventoryPace } from './pace.ts'
import { createPlacePoller } from './place-poller.ts'
import { readPlaceRecords } from './place-records.ts'
import { createRecordWriter } from './record-writer.ts'
import { isIn, type ScopePlaces } from './scope.ts'
import type { Moved } from './write-place.ts'

/** How often the compartments of a connection are compared with the pollers, and followed records are read. Milliseconds. */
const updateEveryMs = 5_000

/** Records that another replica has written are read together. Milliseconds. */
const followMs = 50

/**
 * What the poller of a noun is doing:
 *
 * - `idle`: nothing. The noun has no watcher.
 * - `following`: it has watchers, and another replica has the noun's lease and polls. The records of places come from the
 *   store.
 * - `polling`: it has watchers and the lease. It polls every place.
 */
type State = 'idle' | 'following' | 'polling'

/** Polls all places of one noun while it is watched or wanted; on one replica at a time. */
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
  replicas: Replicas
  /** Changes were written. */
  onMoved: (moved: Moved) => void
  /** Places were read, or a place fails or works again. */
  onRead: () => void
  log: { error(details: unknown, message: string): void }
}

export function createNounPoller(options: NounPollerOptions): NounPoller {
  const { store, keyring, noun, pace, lanes, log, onMoved, onRead } = options
  const { leases, channel, areSeveral } = options.replicas
  const leaseName = `noun/${noun.name}`
  const closing = new AbortController()
  let state: State = 'idle'
  let competition: Competition | undefined
  let watchers = 0
  let startedMs = 0
  /** The places, once they are known. The first request waits for them. */
  let opening: Promise<unknown> = Promise.resolve()
  let lingering: NodeJS.Timeout | undefined
  let updating: NodeJS.Timeout | undefined
  let followDue: NodeJS.Timeout | undefined

  const bug = (error: unknown) => {
    if (!closing.signal.aborted) log.error({ err: error, noun: noun.name }, 'Reading the inventory failed unexpectedly')
  }

  const records = createRecordWriter({
    db: store.db,
    noun: noun.name,
    onWritten: () => channel.send({ is: 'places-read', noun: noun.name }),
    onBug: bug,
  })
  const firstRecords = lazily(() => readPlaceRecords(store.db, noun.name))

  const places = createNounPlaces({
    keyring,
    noun,
    signal: closing.signal,
    records: firstRecords,
    open(place, record) {
      const poller = createPlacePoller({
        store,
        noun,
        place,
        record,
        pace,
        lanes,
        places: () => places.size,
        signal: closing.signal,
        guard: (transaction) => leases.guard(transaction, leaseName),
        onMoved,
        onRead(read, isAwaited) {
          records.add(read, isAwaited)
          onRead()
        },
        onBug: bug,
      })
      if (state === 'polling') poller.start()
      return poller
    },
    async onGone(keys, isFirst) {
      // This replica may have listed the compartments before another one found a new place.
      if (state !== 'polling' || (areSeveral && isFirst)) return
      onMoved(await forgetPlaces(store.db, noun, keys))
    },
    onFailed: onRead,
  })

  function start() {
    clearTimeout(lingering)
    if (state !== 'idle' || closing.signal.aborted) return
    state = 'following'
    startedMs = Date.now()
    competition = leases.compete(leaseName, { won: () => void poll(), lost: follow })
    opening = update()
  }

  async function update() {
    await places.update()
    if (state === 'following') await readRecords()
    clearTimeout(updating)
    if (state !== 'idle') updating = setTimeout(() => void update(), updateEveryMs)
  }

  /** The lease is won. */
  async function poll() {
    state = 'polling'
    if (areSeveral) await readRecords()
    if (isPolling()) for (const poller of places.all()) poller.start()
  }

  const isPolling = () => state === 'polling'

  /** The lease is lost. A read in flight cannot write any more. */
  function follow() {
    state = 'following'
    for (const poller of places.all()) poller.stop()
  }

  /** Stops after a while without watchers, so that a page that is loaded again finds recent data. */
  function linger() {
    clearTimeout(lingering)
    if (watchers > 0) return
    lingering = setTimeout(stop, pace.lingerMs)
    lingering.unref()
  }

  function stop() {
    follow()
    state = 'idle'
    clearTimeout(updating)
    competition?.leave()
  }

  /** Takes over what other replicas have written of their reads. */
  async function readRecords() {
    try {
      for (const [key, record] of await readPlaceRecords(store.reader, noun.name)) places.byKey(key)?.follow(record)
      onRead()
    } catch (error) {
      bug(error)
    }
  }

  const unsubscribe = [
    channel.on('places-read', (message) => {
      if (message.noun !== noun.name || state !== 'following' || followDue) return
      followDue = setTimeout(() => {
        followDue = undefined
        void readRecords()
      }, followMs)
    }),
    channel.on('place-stale', (message) => {
      if (message.noun === noun.name && state === 'polling') hurry(message.place ?? undefined)
    }),
    channel.on('place-attended', ({ place }) => {
      if (state === 'polling') attend(place)
    }),
  ]

  function hurry(place?: Omit<PlaceIds, 'service'>) {
    for (const poller of place ? places.at(place) : places.all()) poller.hurry()
  }

  function attend(place: Omit<PlaceIds, 'service'>) {
    for (const poller of places.at(place)) poller.attend(Date.now() + pace.lingerMs)
  }

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
      hurry(place)
      if (state !== 'polling') channel.send({ is: 'place-stale', noun: noun.name, place: place ?? null })
    },
    attend,
    async awaited(scope) {
      // Later requests get what there is, and how many places are still missing.
      const isFirst = Date.now() < startedMs + pace.patienceMs
      const missing = async () => {
        if (isFirst) await opening
        const awaited = [...places.all()].filter(({ place }) => isIn(scope, placeIds(place)))
        await Promise.all(awaited.map((poller) => poller.awaited(isFirst) ?? Promise.resolve()))
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, pace.patienceMs)
      await Promise.race([missing(), promise])
      clearTimeout(timer)
    },
    freshness: (scope) =>
      freshnessOf({ pollers: places.all(), failed: places.failed(), opening: places.opening() }, scope),
    async close() {
      closing.abort()
      stop()
      clearTimeout(lingering)
      clearTimeout(followDue)
      for (const end of unsubscribe) end()
      await Promise.all([...places.all()].map((poller) => poller.close()))
      await records.close()
    },
  }
}

/** Reads once. A read that failed is repeated with the next call. */
function lazily<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }
}
