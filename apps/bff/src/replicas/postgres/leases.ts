import { sql } from 'kysely'
import { queued } from '../queued.ts'
import { LeaseLost, type Competitor, type Lease, type Leases } from '../replicas.ts'
import type { FoundLease, LeaseRows } from './lease-rows.ts'

/** How long a lease lasts that is not renewed, and how often it is: so a dead holder is replaced within 8 s. */
export const leaseTimes = { leaseMs: 6_000, renewMs: 2_000 }

/** A holder stops this long before the database gives its lease to another replica. */
const safetyMs = 500

interface Wanted {
  competitor: Competitor
  isHeld: boolean
  note: string | null
}

export interface PostgresLeases extends Leases {
  /** Other replicas have released these leases. */
  released(names: readonly string[]): void
  /** Releases all leases. */
  close(): Promise<void>
}

interface LeasesOptions {
  rows: LeaseRows
  holder: string
  times?: typeof leaseTimes
  /** This replica has released these leases. */
  onReleased: (names: readonly string[]) => void
}

/** Competes for all leases of this process at once: one statement every two seconds, and one soon after each change. */
export function createPostgresLeases({ rows, holder, times = leaseTimes, onReleased }: LeasesOptions): PostgresLeases {
  const wanted = new Map<string, Wanted>()
  /** Leases to release with the next statement. */
  const left = new Set<string>()
  let isRunning = false
  /** A statement is under way that may take any wanted lease. */
  let isTaking = false
  let isDue = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let expiry: NodeJS.Timeout | undefined

  function schedule(ms: number) {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void run(), ms)
  }

  function retry() {
    if (isRunning) isDue = true
    else schedule(0)
  }

  async function run() {
    isRunning = true
    isDue = false
    try {
      await release()
      if (wanted.size > 0) await renew()
    } catch (error) {
      for (const { competitor } of wanted.values()) competitor.failed?.(error)
    }
    isRunning = false
    if (wanted.size > 0 || left.size > 0) schedule(isDue ? 0 : times.renewMs)
  }

  async function release() {
    const names = [...left].filter((name) => !wanted.has(name))
    left.clear()
    if (names.length === 0) return
    try {
      await rows.release(names)
    } catch (error) {
      for (const name of names) left.add(name)
      throw error
    }
    onReleased(names)
  }

  async function renew() {
    const startedMs = performance.now()
    const requested = [...wanted].map(([name, { note }]) => ({ name, note }))
    isTaking = true
    const rowsFound = await rows.renew(requested).finally(() => (isTaking = false))
    const found = new Map(rowsFound.map((row) => [row.name, row]))
    clearTimeout(expiry)
    // Counted from before the statement, so that this process never believes in a lease longer than the database does.
    expiry = setTimeout(loseAll, startedMs + times.leaseMs - safetyMs - performance.now())
    for (const { name } of requested) {
      const entry = wanted.get(name)
      if (entry) apply(entry, found.get(name))
    }
  }

  function apply(entry: Wanted, found: FoundLease | undefined) {
    const wasHeld = entry.isHeld
    entry.isHeld = found?.isHeld ?? false
    if (entry.isHeld && !wasHeld) entry.competitor.won()
    if (!entry.isHeld && wasHeld) entry.competitor.lost()
    if (found && !found.isHeld) entry.competitor.noted?.(found.note)
    // Another replica took it in this moment; the next statement says which.
    if (!found) isDue = true
  }

  function loseAll() {
    for (const entry of [...wanted.values()].filter(({ isHeld }) => isHeld)) {
      entry.isHeld = false
      entry.competitor.lost()
    }
  }

  const compete: Leases['compete'] = (name, competitor) => {
    if (wanted.has(name)) throw new Error(`This process competes for the lease ${name} already.`)
    const entry: Wanted = { competitor, isHeld: false, note: null }
    wanted.set(name, entry)
    retry()
    return {
      note(text) {
        entry.note = text
      },
      leave() {
        if (wanted.get(name) !== entry) return
        wanted.delete(name)
        if (!entry.isHeld && !isTaking) return
        left.add(name)
        retry()
      },
    }
  }

  return {
    compete,
    acquire: queued((name, withinMs = 0) => acquire(compete, name, withinMs)),
    async guard(transaction, name) {
      const row = await sql`select 1 from leases where name = ${name} and holder = ${holder} for share`.execute(
        transaction,
      )
      if (row.rows.length === 0) throw new LeaseLost(`Another replica holds the lease ${name}.`)
    },
    released(names) {
      if (names.some((name) => wanted.has(name))) retry()
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      clearTimeout(expiry)
      for (const name of wanted.keys()) left.add(name)
      wanted.clear()
      // A lease that cannot be released expires by itself.
      await release().catch(() => undefined)
    },
  }
}

function acquire(compete: Leases['compete'], name: string, withinMs: number): Promise<Lease | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Lease | null>()
  const untilMs = performance.now() + withinMs
  let isHeld = false
  let failure: unknown

  const isLate = () => performance.now() >= untilMs

  function giveUp() {
    if (isHeld) return
    clearTimeout(timer)
    competition.leave()
    if (failure === undefined) resolve(null)
    else reject(failure)
  }

  const competition = compete(name, {
    won() {
      isHeld = true
      clearTimeout(timer)
      resolve({ isHeld: () => isHeld, release: () => competition.leave() })
    },
    // It must not come back: another replica may have acted meanwhile.
    lost() {
      isHeld = false
      competition.leave()
    },
    noted() {
      failure = undefined
      if (isLate()) giveUp()
    },
    failed(error) {
      failure = error
      if (isLate()) giveUp()
    },
  })
  const timer = withinMs > 0 ? setTimeout(giveUp, withinMs) : undefined
  return promise
}
