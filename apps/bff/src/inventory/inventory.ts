import type { Counts, Freshness, Overview, Window } from '@gatehouse/contract'
import type { Keyring } from '../keyring/keyring.ts'
import { Problem } from '../problem.ts'
import type { Replicas } from '../replicas/replicas.ts'
import type { Store } from '../store/store.ts'
import type { Moved } from './write-place.ts'
import { createAttendance } from './attendance.ts'
import { createLanes } from './lanes.ts'
import type { Item, NounName, Nouns, PlaceIds } from './noun.ts'
import { createNounPoller, type NounPoller } from './noun-poller.ts'
import { defaultInventoryPace, type InventoryPace } from './pace.ts'
import { selectRows, type Selection } from './query.ts'
import { startRetention } from './retention.ts'
import { readVersions } from './rows.ts'
import { placesOf, type Visible } from './scope.ts'
import { createViewers, type ViewWatcher } from './viewers.ts'
import { createWindows } from './windows.ts'
import { selectionOf, type ListQuery, type View } from './view.ts'
import { readOverview } from './overview.ts'

/** What OCI has, as Gatehouse last read it: kept in the store, shown in windows, polled while it is watched. */
export interface Inventory {
  window<T extends Item>(noun: NounName, query: ListQuery, visible: Visible): Promise<Window<T>>
  counts(noun: NounName, query: ListQuery, visible: Visible): Promise<Counts>
  /** Only of these nouns; the others are null. */
  overview(nouns: ReadonlySet<NounName>, query: { scope?: string | undefined }, visible: Visible): Promise<Overview>
  /** All rows of a list, in batches. */
  rows<T extends Item>(noun: NounName, query: ListQuery, visible: Visible): AsyncGenerator<T[]>
  /** Gives the view's version and freshness, and calls the watcher when they change. Call the result to unsubscribe. */
  watch(view: View, visible: Visible, watcher: ViewWatcher): () => void
  /** An act has changed something in that place; without one, in any. Reads it again at once. */
  hurry(noun: NounName, place?: Omit<PlaceIds, 'service'>): void
  /** A page about a thing in that place is open. */
  attend(place: Omit<PlaceIds, 'service'>): void
  close(): Promise<void>
}

export interface InventoryOptions {
  store: Store
  keyring: Keyring
  nouns: Nouns
  replicas: Replicas
  pace?: Partial<InventoryPace> | undefined
  /** How long things are kept that OCI has forgotten. Milliseconds. */
  keptMs: number
  log: { info(details: unknown, message: string): void; error(details: unknown, message: string): void }
}

/** Rows that are read at once for a file. */
const rowsAtOnce = 1_000

export async function createInventory({
  store,
  keyring,
  nouns,
  replicas,
  pace,
  keptMs,
  log,
}: InventoryOptions): Promise<Inventory> {
  const lanes = createLanes()
  const versions = await readVersions(store.reader)
  const versionOf = (noun: NounName) => versions.get(noun) ?? 0
  const windows = createWindows(store, versionOf)
  const names = Object.keys(nouns) as NounName[] // the record has exactly these keys

  const pollers = Object.fromEntries(
    names.map((name) => [
      name,
      createNounPoller({
        store,
        keyring,
        noun: nouns[name],
        pace: { ...defaultInventoryPace, ...pace },
        lanes,
        replicas,
        log,
        onMoved: (moved) => announceMoved(moved),
        onRead: () => viewers.read(name),
      }),
    ]),
  ) as Record<NounName, NounPoller>

  function noteMoved(moved: Moved) {
    for (const [name, version] of moved) versions.set(name, Math.max(versionOf(name), version))
    viewers.moved(moved)
  }

  function announceMoved(moved: Moved) {
    noteMoved(moved)
    for (const [of, number] of moved) replicas.channel.send({ is: 'head', of, number })
  }

  const unsubscribe = replicas.channel.on('head', ({ of, number }) => {
    const name = names.find((one) => one === of)
    if (name && number > versionOf(name)) noteMoved(new Map([[name, number]]))
  })

  const announceAttended = createAttendance(replicas)
  const pollersOf = (noun: NounName) => [noun, ...(nouns[noun].needs ?? [])].map((name) => pollers[name])

  const placesIn = (scope: string | undefined, visible: Visible) => placesOf(scope, keyring, visible)

  async function select(noun: NounName, query: ListQuery, visible: Visible) {
    return selectionOf(query, await placesIn(query.scope, visible))
  }

  /** Polls the noun for a while, and waits a little for data that is missing. */
  async function wanted(noun: NounName, selection: Selection) {
    const unwatch = pollersOf(noun).map((poller) => poller.watch())
    try {
      await Promise.all(pollersOf(noun).map((poller) => poller.awaited(selection.places)))
    } finally {
      for (const stop of unwatch) stop()
    }
    if (isClosed) throw new Problem('unavailable', 'Gatehouse is being stopped. Try again in a moment.')
  }

  const freshnessIn = async (noun: NounName, scope: string | undefined, visible: Visible): Promise<Freshness> =>
    pollers[noun].freshness(await placesIn(scope, visible))

  async function overview(wantedNouns: ReadonlySet<NounName>, scope: string | undefined, visible: Visible) {
    const places = await placesIn(scope, visible)
    const shown = (['access-requests', 'desktop-pools', 'work-requests'] as const).filter((name) =>
      wantedNouns.has(name),
    )
    // Counts of the last hour change without a change at OCI.
    const minute = Math.floor(Date.now() / 60_000)
    const key = `overview ${JSON.stringify([shown, scope ?? null, minute])}`
    return windows.cached(key, shown, () => readOverview(store.reader, nouns, shown, places))
  }

  let isClosed = false

  const viewers = createViewers({
    log,
    needs: (view) => (view.kind === 'overview' ? [...view.nouns] : [view.noun]),
    shows: (view) => (view.kind === 'overview' ? [...view.nouns] : [view.noun, ...(nouns[view.noun].dependsOn ?? [])]),
    async read(view, visible) {
      if (view.kind === 'overview') {
        const first = [...view.nouns][0] ?? 'desktop-pools'
        const freshness = await freshnessIn(first, view.query.scope, visible)
        const { version } = await overview(view.nouns, view.query.scope, visible)
        return { version, freshness }
      }
      const selection = await select(view.noun, view.query, visible)
      const freshness = pollers[view.noun].freshness(selection.places)
      const noun = nouns[view.noun]
      const { version } =
        view.kind === 'counts' ? await windows.counts(noun, selection) : await windows.rows(noun, selection)
      return { version, freshness }
    },
    poll(view) {
      const watched = (view.kind === 'overview' ? [...view.nouns] : [view.noun]).flatMap(pollersOf)
      const unwatch = watched.map((poller) => poller.watch())
      return () => {
        for (const stop of unwatch) stop()
      }
    },
  })

  const stopRetention = startRetention({
    db: store.db,
    nouns,
    keptMs,
    log,
    onRemoved: announceMoved,
  })

  return {
    async window<T extends Item>(noun: NounName, query: ListQuery, visible: Visible): Promise<Window<T>> {
      const selection = await select(noun, query, visible)
      await wanted(noun, selection)
      // Before the rows, so that it never says that they are more recent than they are.
      const freshness = pollers[noun].freshness(selection.places)
      const { rows, total, version } = await windows.rows(nouns[noun], selection)
      return { rows: rows as T[], total, version, freshness } // the noun's own items
    },
    async counts(noun, query, visible) {
      const selection = await select(noun, query, visible)
      await wanted(noun, selection)
      return windows.counts(nouns[noun], selection)
    },
    async overview(wantedNouns, { scope }, visible) {
      const places = await placesIn(scope, visible)
      await Promise.all([...wantedNouns].map((noun) => wanted(noun, { filters: {}, places })))
      const numbers = await overview(wantedNouns, scope, visible)
      const part = <P extends object>(name: NounName, found: P | null) =>
        found && { ...found, freshness: pollers[name].freshness(places) }
      return {
        accessRequests: part('access-requests', numbers.accessRequests),
        desktopPools: part('desktop-pools', numbers.desktopPools),
        workRequests: part('work-requests', numbers.workRequests),
        version: numbers.version,
      }
    },
    async *rows<T extends Item>(noun: NounName, query: ListQuery, visible: Visible): AsyncGenerator<T[]> {
      const selection = await select(noun, query, visible)
      const { isKept } = nouns[noun]
      for (let offset = 0; ; offset += rowsAtOnce) {
        const found = await selectRows(store.reader, nouns[noun], { ...selection, offset, limit: rowsAtOnce })
        const items = found.map(({ item, goneAt }) => ({
          ...(JSON.parse(item) as T), // written by the noun's reader
          ...(isKept ? { forgottenAt: goneAt } : {}),
        }))
        if (items.length > 0) yield ((await nouns[noun].decorate?.(items, store.reader)) ?? items) as T[] // decorated items of the same noun
        if (found.length < rowsAtOnce) return
      }
    },
    watch: (view, visible, watcher) => viewers.watch(view, visible, watcher),
    hurry: (noun, place) => pollers[noun].hurry(place),
    attend(place) {
      for (const poller of Object.values(pollers)) poller.attend(place)
      announceAttended(place)
    },
    async close() {
      isClosed = true
      unsubscribe()
      viewers.close()
      await stopRetention()
      await Promise.all(Object.values(pollers).map((poller) => poller.close()))
    },
  }
}
