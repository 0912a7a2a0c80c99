import { reasonOf } from '../store/store-error.ts'

export interface TroubleLog {
  error(details: unknown, message: string): void
  info(details: unknown, message: string): void
}

/** Tracks why writes fail. Logs a cause once when it begins, not for every failed write. */
export function createTrouble(log: TroubleLog, now: () => number) {
  let current: { message: string; since: string } | null = null

  return {
    current: () => current,
    begin(error: unknown): void {
      const message = reasonOf(error)
      if (current?.message === message) return
      log.error({ err: error }, `The ledger cannot be written: ${message}`)
      current = { message, since: current?.since ?? new Date(now()).toISOString() }
    },
    end(): void {
      if (!current) return
      log.info({ since: current.since }, 'The ledger can be written again')
      current = null
    },
  }
}
