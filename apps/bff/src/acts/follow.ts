import type { Keyring } from '../keyring/keyring.ts'
import { isSettled } from '../ledger/attempts.ts'
import { lastSentMs, type Attempt, type Effect } from '../ledger/entries.ts'
import type { Journal } from '../ledger/journal.ts'
import { createLimit } from '../limit.ts'
import { toProblem } from '../problem.ts'
import type { Lease } from '../replicas/replicas.ts'
import type { Reading } from './act.ts'
import type { AttemptLeases } from './attempt-leases.ts'
import type { EffectRead } from './effect.ts'
import { readEffect } from './read-effect.ts'
import { followedForMs, retriesUntil } from './to-action.ts'

interface FollowerOptions {
  journal: Journal
  keyring: Keyring
  reading: Reading
  log: { error(details: unknown, message: string): void }
  now: () => number
  signatureLifeMs: number
  /** A factor on all waits. */
  pace: number
  leases: AttemptLeases
  /** Invalidates all topics that show the subject. */
  refresh: (attempt: Attempt) => void
  /** Resends an unknown revoke. */
  resend: (attempt: Attempt) => Promise<void>
}

/** Polls the effects of attempts until each is settled. Does not depend on watchers. */
export interface Follower {
  /** Starts or continues to follow the attempt, which has the lease for it. Ends with a settled one. */
  follow(attempt: Attempt): void
  close(): void
}

/** How many effects are read concurrently. The limit leaves the rest of the budget to people. */
const readsAtOnce = 8

/** Waits between two reads, by the age of the attempt, so that short work is seen within a second. */
const waits: readonly { untilAgeMs: number; waitMs: number }[] = [
  { untilAgeMs: 5_000, waitMs: 500 },
  { untilAgeMs: 60_000, waitMs: 2_000 },
  { untilAgeMs: 10 * 60_000, waitMs: 5_000 },
  { untilAgeMs: 3_600_000, waitMs: 20_000 },
  { untilAgeMs: Infinity, waitMs: 120_000 },
]

/** The wait between two resends of a revoke, in milliseconds. It grows with the age of the attempt. */
const resendGapMs = ({ intent }: Attempt, nowMs: number) =>
  Math.min(60_000, Math.max(10_000, (nowMs - Date.parse(intent.at)) / 3))

export function createFollower(options: FollowerOptions): Follower {
  const { journal, keyring, reading, log, now, signatureLifeMs, pace, leases, refresh, resend } = options
  const timers = new Map<string, NodeJS.Timeout>()
  const limit = createLimit(readsAtOnce)
  let isClosed = false

  function follow(attempt: Attempt): void {
    const { attemptId } = attempt.intent
    clearTimeout(timers.get(attemptId))
    timers.delete(attemptId)
    if (isClosed) return
    if (isSettled(attempt) || !leases.isFollowed(attemptId)) {
      leases.unfollow(attemptId)
      return
    }
    const ageMs = now() - Date.parse(attempt.intent.at)
    const waitMs = waits.find(({ untilAgeMs }) => ageMs < untilAgeMs)?.waitMs ?? 0
    const timer = setTimeout(() => void readAgain(attempt), waitMs * pace * (0.9 + 0.2 * Math.random()))
    timer.unref()
    timers.set(attemptId, timer)
  }

  async function readAgain(attempt: Attempt): Promise<void> {
    follow(await limit(() => step(attempt)))
  }

  /** Reads the effect once, unless the attempt is being sent. Resolves to the attempt afterwards. Never rejects. */
  async function step(attempt: Attempt): Promise<Attempt> {
    const { attemptId } = attempt.intent
    const latest = async () => (await journal.find(attemptId)) ?? attempt
    let turn: Lease | null = null
    try {
      turn = await leases.turn(attemptId, 0)
      const current = await latest()
      return isClosed || !turn || isSettled(current) ? current : await settle(current)
    } catch (error) {
      // Failed OCI calls are logged by the client, so only our own errors are logged here.
      if (!isClosed && toProblem(error).code === 'internal')
        log.error({ err: error, attemptId }, 'The effect of an act could not be read')
      return latest().catch(() => attempt)
    } finally {
      turn?.release()
    }
  }

  async function settle(attempt: Attempt): Promise<Attempt> {
    const connection = keyring.connections.find(({ id }) => id === attempt.intent.connectionId)
    if (!connection)
      return end(attempt, 'unknown', `The connection "${attempt.intent.connectionId}" is no longer configured.`)
    const readAtMs = now()
    const effect = await readEffect(attempt, { journal, connection, reading })
    if (effect.is === 'done' || effect.is === 'failed')
      return end(attempt, effect.is, effect.note, effect.workRequestId)
    if (effect.is === 'lost') return end(attempt, 'unknown', effect.note, effect.workRequestId)
    if (readAtMs - Date.parse(attempt.intent.at) > followedForMs)
      return end(attempt, 'unknown', 'OCI showed no end of it within seven days.')
    return attempt.status === 'unknown' ? inDoubt(attempt, effect, readAtMs) : attempt
  }

  /** For an unknown attempt: the read may show that OCI has it, or prove that it never arrived. */
  async function inDoubt(attempt: Attempt, effect: EffectRead, readAtMs: number): Promise<Attempt> {
    if (effect.is === 'under-way') return accept(attempt, effect.workRequestId)
    if (readAtMs < retriesUntil(attempt) && readAtMs >= lastSentMs(attempt) + resendGapMs(attempt, readAtMs) * pace) {
      await resend(attempt)
      return (await journal.find(attempt.intent.attemptId)) ?? attempt
    }
    // While the signature is valid, the request may still arrive. After that it cannot.
    if (readAtMs <= lastSentMs(attempt) + signatureLifeMs) return attempt
    return end(attempt, 'failed', 'It did not reach OCI: there is no trace of it, and OCI would refuse it by now.')
  }

  /** Records that a read showed the call at OCI. */
  async function accept(attempt: Attempt, workRequestId: string | undefined): Promise<Attempt> {
    const accepted = await journal.recordSurely({
      kind: 'answer',
      attemptId: attempt.intent.attemptId,
      at: new Date(now()).toISOString(),
      status: 'accepted',
      wasSent: true,
      workRequestId: workRequestId ?? null,
      opcRequestId: null,
      ociCode: null,
      problemCode: null,
      problem: null,
    })
    refresh(accepted)
    return accepted
  }

  async function end(
    attempt: Attempt,
    status: Effect['status'],
    note: string,
    workRequestId?: string,
  ): Promise<Attempt> {
    const ended = await journal.recordSurely({
      kind: 'effect',
      attemptId: attempt.intent.attemptId,
      at: new Date(now()).toISOString(),
      status,
      note,
      workRequestId: workRequestId ?? attempt.answer?.workRequestId ?? null,
    })
    refresh(ended)
    return ended
  }

  return {
    follow,
    close() {
      isClosed = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
