import { setTimeout as wait } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import type { AnchorTarget } from '../config.ts'
import { Problem } from '../problem.ts'
import { oneReplica } from '../replicas/one-replica.ts'
import type { Replicas } from '../replicas/replicas.ts'
import { exclusively } from '../store/exclusive.ts'
import { isStoreFailure, reasonOf } from '../store/store-error.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { findActs, subjectQuery, unsettledQuery, type ActQuery, type FoundAct } from './acts.ts'
import { createAnchor } from './anchor.ts'
import { appendEntry, appendIntent, type Appended } from './append.ts'
import { isSettled, readAttempt, readAttempts } from './attempts.ts'
import type { Attempt, Entry } from './entries.ts'
import type { Journal } from './journal.ts'
import { parseRow, type LedgerRowError } from './rows.ts'
import { createLedgerTail } from './ledger-tail.ts'
import { createTrouble, type TroubleLog } from './trouble.ts'
import { createUnwritten } from './unwritten.ts'
import { wellFormed } from '../well-formed.ts'

export interface JournalOptions {
  store: Pick<Store, 'db' | 'reader'>
  log: TroubleLog
  replicas?: Replicas
  now?: () => number
  /** Where the head of the chain is written in addition to the log; see `createAnchor`. */
  anchor?: AnchorTarget | null
  /** The waits between the retries of `recordSurely`, in milliseconds; the last one repeats. */
  retryMs?: readonly number[]
}

const defaultRetryMs = [100, 500, 2_000, 5_000, 15_000]

/** How long closing waits for unwritten entries. */
const closeMs = 5_000

const pageSize = 100

/**
 * The journal in the store. Lists skip an attempt with an unreadable row (something else has changed it), and log the row.
 * `begin`, `record` and `find` of that attempt reject with a LedgerRowError.
 */
export function createJournal(options: JournalOptions): Journal {
  const { store, log, replicas = oneReplica(), now = Date.now, retryMs = defaultRetryMs } = options
  const { db, reader } = store
  const anchor = createAnchor({ target: options.anchor ?? null, log })
  const trouble = createTrouble(log, now)
  const listeners = new Set<(attempt: Attempt, entry: Entry) => void>()
  /** Unsettled attempts as last read. `recordSurely` resolves to them when the store cannot be read. */
  const lastRead = new Map<string, Attempt>()
  const unreadable = new Set<string>()

  const tail = createLedgerTail({
    reader,
    replicas,
    async onRow(row) {
      try {
        const attempt = await readAttempt(reader, row.attempt_id)
        if (attempt) announce(asOfNow(attempt), parseRow(row))
      } catch (error) {
        logOnce(error)
      }
    },
    onError: logOnce,
  })

  const unwritten = createUnwritten({
    retryMs,
    async write(entry) {
      try {
        await append((transaction) => appendEntry(transaction, entry))
      } catch (error) {
        if (!isStoreFailure(error)) logOnce(error)
        throw error
      }
    },
  })

  /** Runs the transaction, and tracks whether the store can be written. */
  async function append<Result extends Partial<Appended>>(
    work: (transaction: Transaction<Tables>) => Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await exclusively(db, 'ledger', work)
      trouble.end()
      if (result.head) {
        anchor.advance(result.head)
        tail.appended(result.head.sequence, result.rows ?? 1)
      }
      return result
    } catch (error) {
      if (isStoreFailure(error)) trouble.begin(error)
      throw error
    }
  }

  /** Like `append`, for entries that must be written before OCI is called. */
  async function appendFirst<Result extends Partial<Appended>>(
    work: (transaction: Transaction<Tables>) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await append(work)
    } catch (cause) {
      if (!isStoreFailure(cause)) throw cause
      throw new Problem('unavailable', `Nothing was sent, because the ledger cannot be written. ${reasonOf(cause)}`, {
        cause,
      })
    }
  }

  function logOnce(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error)
    if (unreadable.has(message)) return
    unreadable.add(message)
    log.error({ err: error }, message)
  }

  /** The attempt with its unwritten entries. */
  function asOfNow(attempt: Attempt): Attempt {
    const current = unwritten.overlay(attempt)
    if (isSettled(current)) lastRead.delete(current.intent.attemptId)
    else lastRead.set(current.intent.attemptId, attempt)
    return current
  }

  function announce(attempt: Attempt, entry: Entry): void {
    for (const listener of listeners) {
      try {
        listener(attempt, entry)
      } catch (error) {
        log.error({ err: error }, 'A listener of the ledger failed')
      }
    }
  }

  async function attemptsOf(found: readonly FoundAct[]): Promise<Attempt[]> {
    const ids = found.map(({ attempt_id }) => attempt_id)
    const attempts = await readAttempts(reader, ids, (error: LedgerRowError) => logOnce(error))
    return attempts.map(asOfNow)
  }

  /** Filters attempts with unwritten entries in memory, because their status in the table `acts` is stale. */
  async function findUnwritten({ status, pending, ...query }: ActQuery, ids: readonly string[]): Promise<FoundAct[]> {
    if (ids.length === 0) return []
    const attempts = await attemptsOf(await findActs(reader, { ...query, among: ids, limit: ids.length }))
    return attempts
      .filter((attempt) => status === undefined || attempt.status === status)
      .filter((attempt) => pending !== true || !isSettled(attempt))
      .map(({ intent }) => ({ attempt_id: intent.attemptId, sequence: intent.sequence }))
  }

  /** Reads an attempt whose entry was just recorded. If the read fails, the last known state is used with that entry. */
  async function readRecorded(attemptId: string): Promise<Attempt> {
    const last = lastRead.get(attemptId)
    try {
      const attempt = await readAttempt(reader, attemptId)
      if (attempt) return asOfNow(attempt)
    } catch (error) {
      if (!last) throw error
      logOnce(error)
    }
    if (last) return asOfNow(last)
    throw new Error(`The ledger has no attempt ${attemptId}: begin it before recording its outcome.`)
  }

  return {
    async begin(rawIntent) {
      const intent = wellFormed(rawIntent)
      const { attempt, isNew } = await appendFirst(async (transaction) => {
        const existing = await readAttempt(transaction, intent.attemptId)
        return existing
          ? { attempt: existing, isNew: false }
          : { ...(await appendIntent(transaction, intent)), isNew: true }
      })
      const current = asOfNow(attempt)
      if (isNew) announce(current, intent)
      return { attempt: current, isNew }
    },

    async refuse(rawIntent, rawAnswer) {
      const [intent, answer] = [wellFormed(rawIntent), wellFormed(rawAnswer)]
      const { attempt, isNew } = await appendFirst(async (transaction) => {
        const existing = await readAttempt(transaction, intent.attemptId)
        if (existing) return { attempt: existing, isNew: false }
        await appendIntent(transaction, intent)
        return { ...(await appendEntry(transaction, answer)), rows: 2, isNew: true }
      })
      const current = asOfNow(attempt)
      if (isNew) announce(current, answer)
      return current
    },

    async record(rawEntry) {
      const entry = wellFormed(rawEntry)
      const { attempt } = await appendFirst((transaction) => appendEntry(transaction, entry))
      const current = asOfNow(attempt)
      announce(current, entry)
      return current
    },

    async recordSurely(rawEntry) {
      const entry = wellFormed(rawEntry)
      await unwritten.add(entry)
      const attempt = await readRecorded(entry.attemptId)
      announce(attempt, entry)
      return attempt
    },

    async find(attemptId) {
      const attempt = await readAttempt(reader, attemptId)
      return attempt && asOfNow(attempt)
    },

    async list({ limit = pageSize, ...filters }) {
      const query = { ...filters, limit: limit + 1 }
      const unwrittenIds = unwritten.attemptIds()
      const found = [
        ...(await findActs(reader, { ...query, except: unwrittenIds })),
        ...(await findUnwritten(query, unwrittenIds)),
      ].sort((a, b) => b.sequence - a.sequence)
      const page = found.slice(0, limit)
      return { items: await attemptsOf(page), next: found.length > limit ? (page.at(-1)?.sequence ?? null) : null }
    },

    async unsettled() {
      const attempts: Attempt[] = []
      for (let last = 0; ;) {
        const found = await unsettledQuery(reader, last, pageSize).execute()
        attempts.push(...(await attemptsOf(found)))
        last = found.at(-1)?.sequence ?? last
        if (found.length < pageSize) return attempts.filter((attempt) => !isSettled(attempt))
      }
    },

    async on(subjectId) {
      const attempts = await attemptsOf(await subjectQuery(reader, subjectId).execute())
      return attempts.filter(({ status }) => status !== 'failed')
    },

    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    trouble: () => trouble.current(),

    async close() {
      await tail.close()
      const endMs = Date.now() + closeMs
      await unwritten.flush()
      while (unwritten.attemptIds().length > 0 && Date.now() < endMs) {
        await wait(200)
        await unwritten.flush()
      }
      unwritten.stop()
      const entries = unwritten.entries()
      // The log is the last place that can keep them.
      if (entries.length > 0) log.error({ entries }, 'Gatehouse ends with entries of the ledger that are not written')
      await anchor.close()
    },
  }
}
