import type { Action } from '@gatehouse/contract'
import { newAttemptId } from './attempt-id.ts'
import { isLost, refusalIn, standingOf, type Attempt } from './attempt.ts'
import { call } from './call.ts'
import { laterAction } from './later-action.ts'

/** OCI throttles a client that asks for everything at once. */
const atOnce = 4
/** Pauses between reads of an attempt in doubt; the last one repeats. */
const readPausesMs = [500, 1000, 2000, 4000, 8000, 15_000, 30_000]
/** Settled attempts beyond this are dropped, the oldest first. */
const mostKept = 500

/** An act, and how to send it under an attempt id. */
export interface Order extends Pick<Attempt, 'act' | 'connectionId' | 'subject' | 'personId'> {
  send: (attemptId: string) => Promise<Action>
}

export interface AttemptsOptions {
  /** Reads the act from the ledger. Rejects when the ledger lacks it or cannot be read. */
  read: (attemptId: string) => Promise<Action>
  wait: (ms: number) => Promise<void>
  now: () => number
}

/**
 * The attempts of this tab. They outlive the dialog and the page that started them.
 * An attempt keeps its id until it has failed for certain. A request without a readable answer leaves it in doubt: the
 * store polls the ledger until it has the act, and a retry sends the request under the same id, which is one act.
 */
export function createAttempts({ read, wait, now }: AttemptsOptions) {
  let all: ReadonlyMap<string, Attempt> = new Map()
  const orders = new Map<string, Order>()
  const watchers = new Set<() => void>()
  const beingRead = new Set<string>()

  function set(next: ReadonlyMap<string, Attempt>) {
    all = next
    for (const watcher of watchers) watcher()
  }

  function change(id: string, difference: Partial<Attempt>) {
    const attempt = all.get(id)
    if (attempt) set(new Map(all).set(id, { ...attempt, ...difference }))
  }

  function drop(ids: Iterable<string>) {
    const next = new Map(all)
    for (const id of ids) {
      next.delete(id)
      orders.delete(id)
    }
    set(next)
  }

  function start(batch: readonly Order[]): string[] {
    prune()
    const ids = batch.map((order) => {
      const { act, connectionId, subject, personId } = order
      const id = newAttemptId()
      orders.set(id, order)
      const fresh = { step: 'waiting', action: null, error: null, inDoubt: false } as const
      all = new Map(all).set(id, { id, act, connectionId, subject, personId, startedAtMs: now(), ...fresh })
      return id
    })
    set(all)
    const rest = ids.values()
    const work = async () => {
      for (const id of rest) await send(id, orders.get(id)?.send)
    }
    for (let worker = 0; worker < Math.min(atOnce, ids.length); worker++) void work()
    return ids
  }

  function prune() {
    const settled = [...all.values()].filter((attempt) => ['done', 'failed'].includes(standingOf(attempt)))
    if (settled.length > mostKept) drop(settled.slice(0, settled.length - mostKept).map(({ id }) => id))
  }

  /** Never rejects. */
  async function send(id: string, request: Order['send'] | undefined) {
    if (!request) return
    change(id, { step: 'sending', error: null })
    try {
      const action = await request(id)
      change(id, { step: 'answered' })
      observe(action)
    } catch (error) {
      fail(id, error)
    }
  }

  function fail(id: string, error: unknown) {
    if (refusalIn(error)) change(id, { step: 'answered', error, inDoubt: false })
    else if (isLost(error)) {
      change(id, { step: 'answered', error, inDoubt: true })
      void readUntilFound(id)
    } else {
      // Refused before it was recorded. That settles a first request, but not an earlier one of the same attempt.
      change(id, { step: 'answered', error })
    }
  }

  /** Updates an attempt from a ledger entry: an answer, a read or an event. */
  function observe(action: Action) {
    const attempt = all.get(action.id)
    if (!attempt) return
    const later = laterAction(attempt.action, action)
    const inDoubt = attempt.inDoubt && later.status === 'sent'
    const error = refusalIn(attempt.error) ? attempt.error : null
    // the same entry arrives by answer, read and event
    if (later === attempt.action && inDoubt === attempt.inDoubt && error === attempt.error) return
    change(action.id, { action: later, inDoubt, error })
  }

  async function readUntilFound(id: string) {
    if (beingRead.has(id)) return
    beingRead.add(id)
    for (let round = 0; all.get(id)?.inDoubt; round++) {
      await wait(readPausesMs[Math.min(round, readPausesMs.length - 1)] ?? 0)
      const action = await read(id).catch(() => null)
      if (action) observe(action)
    }
    beingRead.delete(id)
  }

  return {
    /** Starts an attempt for each order, a few at a time; gives their ids in the same order. */
    start,

    /** Replaces failed attempts by new ones. Gives the new ids. */
    retry: (ids: readonly string[]): string[] => {
      const batch = ids.flatMap((id) => orders.get(id) ?? [])
      const failed = ids.every((id) => {
        const attempt = all.get(id)
        return attempt !== undefined && standingOf(attempt) === 'failed'
      })
      if (!failed || batch.length !== ids.length) throw new Error('Only a failed attempt is made anew')
      const fresh = start(batch)
      drop(ids)
      return fresh
    },

    /**
     * Retries an unknown attempt under its id: with `sendAgain` when the ledger has the act, else with the original
     * request. An action sent from elsewhere becomes an attempt of this tab.
     */
    tryAgain: (id: string, sendAgain: Order['send'], action?: Action) => {
      if (action && !all.has(id)) adopt(action)
      const attempt = all.get(id)
      if (!attempt || standingOf(attempt) !== 'unknown' || attempt.step === 'sending') return
      void send(id, attempt.action ? sendAgain : orders.get(id)?.send)
    },

    observe,

    /** Drops a settled attempt. */
    forget: (id: string) => drop([id]),

    watch: (watcher: () => void) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    /** By id, the oldest first; another map after every change. */
    read: () => all,
  }

  function adopt(action: Action) {
    const { id, act, connectionId, subject, by, at } = action
    const answered = { step: 'answered', action, error: null, inDoubt: false } as const
    const attempt = { id, act, connectionId, subject, personId: by.id, startedAtMs: Date.parse(at), ...answered }
    set(new Map(all).set(id, attempt))
  }
}

/** The attempts of this tab. */
export const attempts = createAttempts({
  read: (attemptId) => call('GET /api/activity/:attemptId', { params: { attemptId } }),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: Date.now,
})
