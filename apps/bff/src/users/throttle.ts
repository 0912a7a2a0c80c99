import { exclusively } from '../store/exclusive.ts'
import type { Store } from '../store/store.ts'
import { keyOf } from './users.ts'

/** How many failures need no wait, and the longest wait. */
const rules = {
  // Short enough that an attacker cannot lock a person out for long, long enough to make guessing hopeless.
  account: { free: 5, longestMs: 60_000 },
  address: { free: 20, longestMs: 15 * 60_000 },
}

/** No account has a longer name. An index of PostgreSQL holds no long text. */
const longestKey = 200

/** Failures are forgotten after an hour without another. */
const forgetMs = 3_600_000

/** Slows down guessing, per account and per address. The failures are in the store, so that a restart keeps them. */
export function createThrottle({ db }: Store, now: () => number = Date.now) {
  const subjectsOf = (name: string, address: string) => [
    { subject: `account:${keyOf(name).slice(0, longestKey)}`, rule: rules.account },
    { subject: `address:${address}`, rule: rules.address },
  ]

  return {
    /**
     * Counts an attempt before its password is checked, so that concurrent attempts gain nothing. Resolves to 0, or to the
     * milliseconds to wait; a refused attempt is not counted.
     */
    async begin(name: string, address: string): Promise<number> {
      const subjects = subjectsOf(name, address)
      return exclusively(db, 'sign-in-failures', async (transaction) => {
        const rows = await transaction
          .selectFrom('sign_in_failures')
          .selectAll()
          .where(
            'subject',
            'in',
            subjects.map(({ subject }) => subject),
          )
          .execute()
        const found = subjects.map(({ subject, rule }) => {
          const row = rows.find((one) => one.subject === subject)
          const lastMs = row ? Date.parse(row.last_at) : 0
          const failures = row && now() - lastMs < forgetMs ? row.failures : 0
          return { subject, failures, waitMs: lastMs + delayMs(failures, rule) - now() }
        })
        const waitMs = Math.max(...found.map((one) => one.waitMs))
        if (waitMs > 0) return waitMs
        for (const { subject, failures } of found) {
          const counted = { failures: failures + 1, last_at: new Date(now()).toISOString() }
          await transaction
            .insertInto('sign_in_failures')
            .values({ subject, ...counted })
            .onConflict((conflict) => conflict.column('subject').doUpdateSet(counted))
            .execute()
        }
        return 0
      })
    },

    /** Call after a successful attempt. Resets the account's failures and takes one failure off the address. */
    async succeed(name: string, address: string): Promise<void> {
      const [account, from] = subjectsOf(name, address).map(({ subject }) => subject)
      await db
        .deleteFrom('sign_in_failures')
        .where('subject', '=', account ?? '')
        .execute()
      await db
        .updateTable('sign_in_failures')
        .set((column) => ({ failures: column('failures', '-', 1) }))
        .where('subject', '=', from ?? '')
        .where('failures', '>', 0)
        .execute()
    },

    /** Deletes expired failures. */
    async sweep(): Promise<void> {
      await db
        .deleteFrom('sign_in_failures')
        .where('last_at', '<', new Date(now() - forgetMs).toISOString())
        .execute()
    },
  }
}

/** 0 for the free failures, then a second, doubled with each further failure. */
const delayMs = (failures: number, { free, longestMs }: { free: number; longestMs: number }) =>
  failures < free ? 0 : Math.min(longestMs, 1_000 * 2 ** (failures - free))
