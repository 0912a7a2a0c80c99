import type { Transaction } from 'kysely'
import { jittered } from '../jittered.ts'
import { toProblem } from '../problem.ts'
import { LeaseLost } from '../replicas/replicas.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import type { Lanes } from './lanes.ts'
import { placeIds, type Item, type Noun, type Place } from './noun.ts'
import { nextIntervalMs, type InventoryPace, type PlaceOutcome } from './pace.ts'
import type { PlaceRecord } from './place-records.ts'
import { readPlace } from './read-place.ts'
import { printsOf } from './rows.ts'
import { writePlace, type Moved } from './write-place.ts'

/** A read that took longer counts as slow: the next one waits in the lane of slow places. Milliseconds. */
const slowMs = 5_000

/** How long after an act a place is read as if one of its pages were open. Milliseconds. */
const afterActMs = 30_000

/** How often a place is asked whether it may hold items. Milliseconds. */
const mayHoldEveryMs = 10 * 60_000

/** What a poller is doing. From `waiting` for the next read to be due, it goes to `queued` for a slot, then `reading`. */
type State = { is: 'idle' } | { is: 'waiting'; timer: NodeJS.Timeout } | { is: 'queued' } | { is: 'reading' }

/** Reads one place for one noun, at the place's own pace, and writes what changed. */
export interface PlacePoller {
  readonly place: Place
  record(): PlaceRecord
  start(): void
  /** A read in flight ends by itself. */
  stop(): void
  /** Stops, and waits for a read in flight. Abort its signal first. */
  close(): Promise<void>
  /** The place has changed: reads it now, or as soon as it is watched. */
  hurry(): void
  /** Another replica polls the place, and has read it. */
  follow(record: PlaceRecord): void
  /** A page about a thing in the place is open: reads it more often until that time. */
  attend(untilMs: number): void
  /** Resolves when the data after an act is there, and with `isFirst` that of the first read. Null: none is missing. */
  awaited(isFirst: boolean): Promise<void> | null
}

export interface PlacePollerOptions<T extends Item> {
  store: Pick<Store, 'db'>
  noun: Noun<T>
  place: Place
  record: PlaceRecord
  pace: InventoryPace
  lanes: Lanes
  /** How many places are read for the noun. */
  places: () => number
  /** Aborts reads when the process ends. */
  signal: AbortSignal
  /** Ends every write. Rejects with a LeaseLost when another replica polls the place. */
  guard: (transaction: Transaction<Tables>) => Promise<void>
  /** Changes were written. */
  onMoved: (moved: Moved) => void
  /** A read has ended. `isAwaited`: an act had changed the place, so a person waits for it. */
  onRead: (poller: PlacePoller, isAwaited: boolean) => void
  onBug: (error: unknown) => void
}

export function createPlacePoller<T extends Item>(options: PlacePollerOptions<T>): PlacePoller {
  const { store, noun, place, pace, lanes, signal } = options
  const ids = placeIds(place)
  let state: State = { is: 'idle' }
  let isWatched = false
  let intervalMs = options.record.everyMs ?? pace.calmLeastMs
  let record: PlaceRecord = { ...options.record, everyMs: intervalMs }
  /** What the last read found. Absent when it has to come from the store. */
  let prints: Map<string, string> | undefined
  let retryAfterMs = 0
  let isSlow = false
  /** An act has changed the place since the last read began. */
  let isStale = false
  let staleMs = 0
  let attendedUntilMs = 0
  let askedMs = -Infinity
  let waiters = Promise.withResolvers<void>()
  let reading: Promise<void> = Promise.resolve()

  const isNew = () => record.readAt === null && record.failure === null

  function wait(ms: number) {
    if (state.is === 'waiting') clearTimeout(state.timer)
    state = { is: 'waiting', timer: setTimeout(queue, Math.max(0, ms)) }
  }

  function queue() {
    state = { is: 'queued' }
    lanes
      .of(ids, isSlow)(readInTurn, isStale || isNew())
      .catch(options.onBug)
  }

  /** Runs when the poller has a slot. Watchers may have left meanwhile. */
  async function readInTurn() {
    state = { is: 'idle' }
    if (!isWatched || signal.aborted) return
    state = { is: 'reading' }
    const startedMs = Date.now()
    const isAwaited = isStale
    isStale = false
    const outcome = await read()
    state = { is: 'idle' }
    if (signal.aborted) return
    isSlow = Date.now() - startedMs > slowMs
    readEvery(
      nextIntervalMs({
        pace,
        outcome,
        previousMs: intervalMs,
        isAttended: attendedUntilMs > Date.now(),
        places: options.places(),
        seenWithinMs: record.everHeld ? noun.seenWithinMs?.known : noun.seenWithinMs?.elsewhere,
      }),
    )
    if (isWatched) wait(isStale ? 0 : jittered(Math.max(intervalMs, retryAfterMs)))
    options.onRead(poller, isAwaited)
    if (!isStale) resolveWaiters()
  }

  function readEvery(ms: number) {
    intervalMs = ms
    record = { ...record, everyMs: Math.round(ms) }
  }

  function resolveWaiters() {
    waiters.resolve()
    waiters = Promise.withResolvers()
  }

  async function read(): Promise<PlaceOutcome> {
    try {
      const isFirst = record.readAt === null
      const found = await readPlace({ db: store.db, noun, place, before: prints, signal })
      const isChanged = found.changed.length > 0 || found.missing.length > 0
      if (isChanged || isFirst || isNewHour()) await write(found)
      prints = found.prints
      retryAfterMs = 0
      const everHeld = record.everHeld || found.items > 0 || (await mayHold())
      record = { ...record, readAt: new Date().toISOString(), failure: null, everHeld }
      if (isChanged && !isFirst) return 'changed'
      if (found.isMoving) return 'moving'
      return found.items > 0 ? 'calm' : 'empty'
    } catch (error) {
      // What was written is unknown, so the next read compares with the store.
      prints = undefined
      await fail(error)
      return 'failed'
    }
  }

  async function write(found: Pick<Parameters<typeof writePlace<T>>[2], 'changed' | 'missing'>): Promise<void> {
    const change = { ...found, place: ids, previousReadAt: record.readAt, nowMs: Date.now() }
    options.onMoved(await writePlace(store.db, noun, change, options.guard))
  }

  /** Samples are taken when a place is written, and at least once an hour. */
  const isNewHour = () =>
    noun.afterWrite !== undefined && new Date().toISOString().slice(0, 13) !== record.readAt?.slice(0, 13)

  async function fail(error: unknown): Promise<void> {
    // The replica that has the lease now reads the place again.
    if (signal.aborted || error instanceof LeaseLost) return
    const { code, message, opcRequestId = null, retryAfterSeconds = 0 } = toProblem(error)
    if (code === 'internal') options.onBug(error)
    retryAfterMs = retryAfterSeconds * 1000
    const since = record.failure?.since ?? new Date().toISOString()
    record = { ...record, failure: { since, reason: message, opcRequestId } }
    const isForbidden = code === 'forbidden' || code === 'not_found'
    if (isForbidden && !noun.isKept) await forget()
  }

  /** What may not be read any more is not shown any more. Things that Gatehouse keeps stay. */
  async function forget(): Promise<void> {
    try {
      const missing = [...(await printsOf(store.db, noun.name, ids)).keys()]
      if (missing.length > 0) await write({ changed: [], missing })
    } catch (error) {
      options.onBug(error)
    }
  }

  /** Only the pace depends on it, so a failure is no failure of the read. */
  async function mayHold(): Promise<boolean> {
    if (!noun.mayHold || Date.now() - askedMs < mayHoldEveryMs) return false
    askedMs = Date.now()
    return noun.mayHold(place, signal).catch(() => false)
  }

  const poller: PlacePoller = {
    place,
    record: () => record,
    start() {
      isWatched = true
      if (state.is !== 'idle' || signal.aborted) return
      const isDue = record.readAt === null || isStale
      wait(isDue ? 0 : Date.parse(record.readAt ?? '') + intervalMs - Date.now())
    },
    stop() {
      isWatched = false
      if (state.is !== 'waiting') return
      clearTimeout(state.timer)
      state = { is: 'idle' }
    },
    async close() {
      poller.stop()
      await reading
    },
    hurry() {
      isStale = true
      staleMs = Date.now()
      attendedUntilMs = Math.max(attendedUntilMs, Date.now() + afterActMs)
      if (state.is === 'waiting') wait(0)
    },
    follow(next) {
      if (state.is === 'queued' || state.is === 'reading') return
      // What the last read of this replica found is older than what the store has now.
      prints = undefined
      if (next.readAt === record.readAt && next.failure?.since === record.failure?.since) return
      record = next
      intervalMs = next.everyMs ?? intervalMs
      // A read from before the act does not show it.
      isStale &&= next.failure === null && Date.parse(next.readAt ?? '') < staleMs
      if (!isStale) resolveWaiters()
    },
    attend(untilMs) {
      const wasAttended = attendedUntilMs > Date.now()
      attendedUntilMs = Math.max(attendedUntilMs, untilMs)
      if (state.is !== 'waiting' || wasAttended || intervalMs <= pace.attendedMs) return
      readEvery(pace.attendedMs)
      wait(Date.parse(record.readAt ?? '') + pace.attendedMs - Date.now() || 0)
    },
    awaited: (isFirst) => (isStale || (isFirst && isNew()) ? waiters.promise : null),
  }
  return poller
}
