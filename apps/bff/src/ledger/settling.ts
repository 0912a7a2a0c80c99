export interface SettlingOptions {
  delaysMs: readonly number[]
  /** Tries to find out how an attempt ended, and says whether that is known then (or never will be). */
  settle: (attemptId: string) => Promise<boolean>
  log: { error(details: unknown, message: string): void }
}

export interface Settling {
  /** After a while, and again after longer ones. */
  later(attemptId: string): void
  /** At once, one after another; what stays open is tried again later. Never rejects. */
  now(attemptIds: readonly string[]): Promise<void>
  stop(): void
}

/** Finds out how attempts ended whose answers were lost. */
export function createSettling({ delaysMs, settle, log }: SettlingOptions): Settling {
  const timers = new Map<string, NodeJS.Timeout>()
  let stopped = false

  async function isSettled(attemptId: string): Promise<boolean> {
    try {
      return await settle(attemptId)
    } catch (error) {
      log.error({ err: error, attemptId }, 'An attempt could not be settled')
      return false
    }
  }

  function schedule(attemptId: string, round: number): void {
    const delayMs = delaysMs[round]
    if (stopped || delayMs === undefined || timers.has(attemptId)) return
    const timer = setTimeout(() => {
      void isSettled(attemptId).then((settled) => {
        timers.delete(attemptId)
        if (!settled) schedule(attemptId, round + 1)
      })
    }, delayMs)
    timer.unref()
    timers.set(attemptId, timer)
  }

  return {
    later: (attemptId) => schedule(attemptId, 0),
    async now(attemptIds) {
      for (const attemptId of attemptIds) {
        if (stopped) return
        if (!(await isSettled(attemptId))) schedule(attemptId, 0)
      }
    },
    stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
