import { lastSentMs, type Attempt } from '../ledger/entries.ts'
import type { Journal } from '../ledger/journal.ts'
import { Problem } from '../problem.ts'
import type { AttemptLeases } from './attempt-leases.ts'
import { answerOf } from './send.ts'

/** How often attempts are looked for that a dead replica left. Milliseconds. */
const everyMs = 3_000

interface TakeOverOptions {
  journal: Journal
  leases: AttemptLeases
  /** Other replicas may die while this one runs. */
  areSeveral: boolean
  follow: (attempt: Attempt) => void
  now: () => number
  log: { error(details: unknown, message: string): void; info(details: unknown, message: string): void }
}

/** Takes over the unsettled attempts that no replica follows: those of an earlier process, and of a replica that died. */
export interface TakeOver {
  /** Looks for them once, and with several replicas again and again. Never rejects. */
  start(): Promise<void>
  close(): Promise<void>
}

export function createTakeOver({ journal, leases, areSeveral, follow, now, log }: TakeOverOptions): TakeOver {
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let running: Promise<void> = Promise.resolve()

  async function search() {
    try {
      const left = (await journal.unsettled()).filter(({ intent }) => !leases.isFollowed(intent.attemptId))
      const taken = (await Promise.all(left.map(takeOver))).filter(Boolean)
      if (taken.length > 0)
        log.info({ attempts: taken.length }, 'Following the unsettled acts that another process left')
    } catch (error) {
      if (!isClosed)
        log.error({ err: error }, 'The unsettled acts of other processes could not be read; the next start tries again')
    }
    if (!areSeveral || isClosed) return
    timer = setTimeout(() => void (running = search()), everyMs)
    timer.unref()
  }

  /** Under the turn of the attempt, because a replica may be sending it. */
  async function takeOver({ intent: { attemptId } }: Attempt): Promise<boolean> {
    const turn = await leases.turn(attemptId, 0)
    if (!turn) return false
    try {
      if (!(await leases.follow(attemptId))) return false
      const attempt = await journal.find(attemptId)
      if (attempt) follow(await noteInterruption(attempt))
      return attempt !== null
    } finally {
      turn.release()
    }
  }

  /** Records `unknown` for an attempt that was being sent when a process stopped, because it may have reached OCI. */
  async function noteInterruption(attempt: Attempt): Promise<Attempt> {
    const { answer, intent } = attempt
    if (answer && Date.parse(answer.at) >= lastSentMs(attempt)) return attempt
    const problem = new Problem('upstream', 'Gatehouse was stopped before OCI answered.')
    return journal.recordSurely(answerOf(intent.attemptId, { status: 'unknown', problem }, now()))
  }

  return {
    start: () => (running = search()),
    async close() {
      isClosed = true
      clearTimeout(timer)
      await running
    },
  }
}
