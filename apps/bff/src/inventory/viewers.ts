import type { Freshness } from '@gatehouse/contract'
import { freshnessPrint } from './freshness.ts'
import type { NounName } from './noun.ts'
import type { Visible } from './scope.ts'
import { viewKey, type View } from './view.ts'
import type { Moved } from './write-place.ts'

/** A view's version, and how recent its data is. */
export interface ViewState {
  version: string
  freshness: Freshness
}

export type ViewWatcher = (state: ViewState) => void

export interface Viewers {
  watch(view: View, visible: Visible, watcher: ViewWatcher): () => void
  /** Changes were written. */
  moved(moved: Moved): void
  /** Places of the noun were read. */
  read(noun: NounName): void
  close(): void
}

interface ViewersOptions {
  read: (view: View, visible: Visible) => Promise<ViewState>
  /** Begins polling what the view shows. Call the result to stop. */
  poll: (view: View) => () => void
  /** The nouns whose places decide the view's freshness. */
  needs: (view: View) => readonly NounName[]
  /** The nouns whose changes may change the view. */
  shows: (view: View) => readonly NounName[]
  log: { error(details: unknown, message: string): void }
}

/** Changes within this time are read together, so that a busy noun does not compute its windows for each place. */
const gatherMs = 300

/** How soon a change of the freshness alone is sent, so that it is not computed for each place. */
const freshnessMs = 1_000

/** Without a change, the age of the data is sent this often. */
const repeatMs = 5_000

interface Watched {
  view: View
  visible: Visible
  watchers: Set<ViewWatcher>
  stopPolling: () => void
  state?: ViewState
  print?: string
  sentMs: number
  due?: NodeJS.Timeout | undefined
  dueAtMs: number
  isReading: boolean
  isAgain: boolean
}

/** Watches views for streams: equal views once for all their watchers, which hear of a change of version or freshness. */
export function createViewers({ read, poll, needs, shows, log }: ViewersOptions): Viewers {
  const watched = new Map<string, Watched>()

  /** An update that is due sooner takes the place of a later one. */
  function schedule(entry: Watched, ms: number) {
    if (entry.isReading) {
      entry.isAgain = true
      return
    }
    const atMs = performance.now() + ms
    if (entry.due && entry.dueAtMs <= atMs) return
    clearTimeout(entry.due)
    entry.dueAtMs = atMs
    entry.due = setTimeout(() => void update(entry), ms)
  }

  async function update(entry: Watched) {
    entry.due = undefined
    entry.isReading = true
    entry.isAgain = false
    try {
      publish(entry, await read(entry.view, entry.visible))
    } catch (error) {
      log.error({ err: error }, 'A watched list could not be read from the store')
    }
    entry.isReading = false
    if (entry.isAgain && entry.watchers.size > 0) schedule(entry, gatherMs)
  }

  function publish(entry: Watched, state: ViewState) {
    const print = `${state.version} ${freshnessPrint(state.freshness)}`
    const isNews = print !== entry.print || Date.now() - entry.sentMs >= repeatMs
    entry.state = state
    if (!isNews) return
    entry.print = print
    entry.sentMs = Date.now()
    for (const watcher of entry.watchers) watcher(state)
  }

  return {
    watch(view, visible, watcher) {
      const key = `${viewKey(view)} ${JSON.stringify(visible)}`
      const entry = watched.get(key) ?? {
        view,
        visible,
        watchers: new Set(),
        stopPolling: poll(view),
        sentMs: 0,
        dueAtMs: 0,
        isReading: false,
        isAgain: false,
      }
      watched.set(key, entry)
      entry.watchers.add(watcher)
      if (entry.state) watcher(entry.state)
      else schedule(entry, 0)
      return () => {
        entry.watchers.delete(watcher)
        if (entry.watchers.size > 0 || watched.get(key) !== entry) return
        watched.delete(key)
        clearTimeout(entry.due)
        entry.stopPolling()
      }
    },
    moved(moved) {
      for (const entry of watched.values())
        if (shows(entry.view).some((name) => moved.has(name))) schedule(entry, gatherMs)
    },
    read(noun) {
      for (const entry of watched.values()) if (needs(entry.view).includes(noun)) schedule(entry, freshnessMs)
    },
    close() {
      for (const { due, stopPolling } of watched.values()) {
        clearTimeout(due)
        stopPolling()
      }
      watched.clear()
    },
  }
}
