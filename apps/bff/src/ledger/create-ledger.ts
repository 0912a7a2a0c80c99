import { setTimeout as wait } from 'node:timers/promises'
import type { Action } from '@gatehouse/contract'
import type { Keyring } from '../keyring/keyring.ts'
import { Problem } from '../problem.ts'
import type { Store } from '../store/store.ts'
import { append, type LedgerRow } from './chain.ts'
import { intentOf, outcomeOf, sameAct, type AnyAct } from './intent.ts'
import type { Ledger } from './ledger.ts'
import { actionsOn, findAttempt, intentWritten, listActions, unfinishedAttempts } from './read.ts'
import { recall } from './recall.ts'
import { send, type Outcome } from './send.ts'
import { createSettling, type Settling } from './settling.ts'
import { toAction, toRefusal, type Recorded } from './to-action.ts'

export interface LedgerOptions {
  store: Store
  keyring: Keyring
  log: { error(details: unknown, message: string): void; info(details: unknown, message: string): void }
  now?: () => number
  /** How long to wait before a lost answer is asked for again, and again; milliseconds. */
  settleAfterMs?: readonly number[]
}

/** A minute or so of outage is bridged without anyone having to do anything. */
const defaultSettleAfterMs = [1_000, 3_000, 10_000, 30_000, 120_000, 600_000]

/** How long ending waits for OCI. */
const closeMs = 5_000

export function createLedger(options: LedgerOptions): Ledger {
  const { store, keyring, log, now = Date.now, settleAfterMs = defaultSettleAfterMs } = options
  const listeners = new Set<(action: Action) => void>()
  /** By attempt id: two at once are one. */
  const underWay = new Map<string, Promise<Recorded>>()
  const settling: Settling = createSettling({ delaysMs: settleAfterMs, settle, log })

  function tell(recorded: Recorded): void {
    const action = toAction(recorded)
    for (const listener of listeners) {
      try {
        listener(action)
      } catch (error) {
        log.error({ err: error }, 'Someone who listens to the ledger failed')
      }
    }
  }

  /** Writes the intent unless there is one; then it has to be of the same act. */
  async function begin(act: AnyAct): Promise<{ recorded: Recorded; isNew: boolean }> {
    const intent = intentOf(act, now())
    const begun = await store.db.transaction().execute(async (transaction) => {
      const known = await intentWritten(transaction, act.attemptId)
      return known ? { row: known, isNew: false } : { row: await append(transaction, intent), isNew: true }
    })
    if (!begun.isNew) {
      if (!sameAct(begun.row, intent)) throw reused()
      const recorded = (await findAttempt(store, act.attemptId)) ?? { intent: begun.row, outcome: null }
      return { recorded, isNew: false }
    }
    const recorded = { intent: begun.row, outcome: null }
    tell(recorded)
    return { recorded, isNew: true }
  }

  async function complete({ intent, outcome: known }: Recorded, outcome: Outcome): Promise<Recorded> {
    // that it is unknown needs to be said once
    if (known?.status === 'unknown' && outcome.status === 'unknown') return { intent, outcome: known }
    const row = await store.db
      .transaction()
      .execute((transaction) => append(transaction, outcomeOf(intent, outcome, now())))
    const recorded = { intent, outcome: row }
    tell(recorded)
    return recorded
  }

  /** Calls OCI for an intent that is written, and writes how it ended. */
  function carryOut({ intent }: Recorded): Promise<Recorded> {
    const { attempt_id: attemptId } = intent
    const known = underWay.get(attemptId)
    if (known) return known
    const carrying = (async () => {
      // it may have been settled since it was looked at
      const recorded = (await findAttempt(store, attemptId)) ?? { intent, outcome: null }
      if (isSettled(recorded)) return recorded
      const call = recall(intent, keyring, now())
      const outcome: Outcome =
        'problem' in call
          ? { status: 'unknown', problem: call.problem }
          : await send(call.client, call.operation, call.input, call.retryToken)
      return complete(recorded, outcome)
    })().finally(() => underWay.delete(attemptId))
    underWay.set(attemptId, carrying)
    return carrying
  }

  async function settle(attemptId: string): Promise<boolean> {
    const recorded = await findAttempt(store, attemptId)
    if (!recorded) return true
    return isSettled(await carryOut(recorded)) || 'problem' in recall(recorded.intent, keyring, now())
  }

  return {
    async act(act) {
      const { recorded, isNew } = await begin(act)
      const ended = isNew || !isSettled(recorded) ? await carryOut(recorded) : recorded
      if (!isSettled(ended)) settling.later(act.attemptId)
      return answerOf(ended)
    },
    async refuse(act, problem) {
      const intent = intentOf(act, now())
      const recorded = await store.db.transaction().execute(async (transaction): Promise<Recorded | null> => {
        if (await intentWritten(transaction, act.attemptId)) return null
        // both at once: an intent that stands alone would be carried out at the next start
        const row = await append(transaction, intent)
        return {
          intent: row,
          outcome: await append(transaction, outcomeOf(row, { status: 'refused', problem }, now())),
        }
      })
      if (recorded) tell(recorded)
      throw problem
    },
    async find(attemptId) {
      const recorded = await findAttempt(store, attemptId)
      return recorded && toAction(recorded)
    },
    list: (filters) => listActions(store, filters),
    decisionsOn: (subjectId) => actionsOn(store, subjectId),
    onEntry(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async resolveInterrupted() {
      const unfinished = await unfinishedAttempts(store)
      if (unfinished.length > 0) log.info({ attempts: unfinished.length }, 'Settling what was left without an answer')
      await settling.now(unfinished.map(({ intent }) => intent.attempt_id))
    },
    async close() {
      settling.stop()
      // what takes longer is settled at the next start
      await Promise.race([Promise.allSettled(underWay.values()), wait(closeMs, undefined, { ref: false })])
    },
  }
}

const isSettled = ({ outcome }: Recorded) => outcome?.status === 'confirmed' || outcome?.status === 'refused'

/** Whoever made the attempt is told the same, however often they ask. */
function answerOf(recorded: Recorded): Action {
  const { outcome } = recorded
  if (outcome?.status === 'refused') throw toRefusal(outcome)
  if (outcome?.status === 'unknown') throw toUnknown(outcome)
  return toAction(recorded)
}

const toUnknown = (outcome: LedgerRow) =>
  new Problem(
    outcome.problem_code ?? 'upstream',
    `${outcome.problem ?? 'OCI did not answer.'} Whether it was done is being found out; the activity list will say.`,
    { opcRequestId: outcome.opc_request_id ?? undefined },
  )

const reused = () =>
  new Problem('conflict', 'This attempt id was used for something else. Every decision or action needs one of its own.')
