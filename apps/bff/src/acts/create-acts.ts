import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Action } from '@gatehouse/contract'
import type { OperationId } from '@gatehouse/oci-api'
import type { Person } from '../access/person.ts'
import type { Keyring } from '../keyring/keyring.ts'
import { isSettled } from '../ledger/attempts.ts'
import type { Attempt, Intent } from '../ledger/entries.ts'
import type { Journal } from '../ledger/journal.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { Problem } from '../problem.ts'
import { oneReplica } from '../replicas/one-replica.ts'
import type { Replicas } from '../replicas/replicas.ts'
import type { ReadingRoom } from '../access-requests/read-access-request.ts'
import type { AnyAct, AnyBody, AnyRequest, OciCall, Place, Subject } from './act.ts'
import { createAttemptLeases } from './attempt-leases.ts'
import { createFollower } from './follow.ts'
import { readEffect } from './read-effect.ts'
import { answerOf, send, sendingPatienceMs, takesRetryToken, type Sent } from './send.ts'
import { createQueues } from './queues.ts'
import { createTakeOver } from './take-over.ts'
import { actNamed } from './table.ts'
import { defaultSignatureLifeMs, mayTryAgain, retriesUntil, toAction, toFailure } from './to-action.ts'

export interface ActsOptions {
  journal: Journal
  keyring: Keyring
  live: Pick<LiveHub, 'nudge'>
  room: ReadingRoom
  replicas?: Replicas
  /** The person with their current permissions; null when the account was deleted. */
  findPerson: (id: string) => Promise<Person | null>
  log: { error(details: unknown, message: string): void; info(details: unknown, message: string): void }
  now?: () => number
  /** How long an act is retried while its person waits, in milliseconds. */
  patienceMs?: number
  /** How long after sending OCI may still accept a request, in milliseconds. */
  signatureLifeMs?: number
  /** A factor on all waits between reads of effects. For tests. */
  followPace?: number
}

/** What a route passes on. */
export interface ActRequest {
  person: Person
  params: Record<string, string>
  body: AnyBody
  /** Aborts when the person's connection is closed. Nothing is sent after that. */
  gone: AbortSignal
}

/** Runs every change at OCI: records it, sends it while its person waits, and follows it until it is settled. */
export interface Acts {
  /**
   * Carries out an act, once per attempt id: a repeated attempt gets its current state. Resolves to an Action that is
   * accepted, done or unknown. Throws a Problem when it failed, with `attempt` if the failure is recorded.
   */
  perform(name: string, request: ActRequest): Promise<Action>
  /** Resends an unknown attempt with its retry token, after the same checks as the first time. */
  tryAgain(attemptId: string, person: Person, gone: AbortSignal): Promise<Action>
  /** Stops Gatehouse from resending a revoke. */
  stopTrying(attemptId: string, person: Person): Promise<Action>
  toAction(attempt: Attempt): Action
  /**
   * Begins to follow the attempts that another process left unsettled: one before this process, or a replica that died. Call it
   * before the first act. Waits for the store only, and never rejects.
   */
  resume(): Promise<void>
  /** Waits for acts being sent, for a few seconds at most. */
  close(): Promise<void>
}

const closeMs = 5_000

export function createActs(options: ActsOptions): Acts {
  const { journal, keyring, live, room, findPerson, log, replicas = oneReplica(), now = Date.now } = options
  const { patienceMs = sendingPatienceMs, signatureLifeMs = defaultSignatureLifeMs, followPace = 1 } = options
  const reading = { room }
  const leases = createAttemptLeases(replicas.leases)
  const queues = createQueues(replicas.leases)
  /** Attempts being sent, by id. A repeated request joins the running one. */
  const running = new Map<string, Promise<Attempt>>()
  /** The resends without a person that are running, by attempt id. An entry `stop-trying` aborts them. */
  const unattended = new Map<string, AbortController>()

  const follower = createFollower({
    journal,
    keyring,
    reading,
    log,
    now,
    signatureLifeMs,
    pace: followPace,
    leases,
    refresh: (attempt) => refresh(attempt),
    resend: (attempt) => retryAlone(attempt),
  })

  const takeOver = createTakeOver({
    journal,
    leases,
    areSeveral: replicas.areSeveral,
    follow: (attempt) => follower.follow(attempt),
    now,
    log,
  })

  // On whichever replica the person stopped it.
  const unsubscribe = journal.onChange(({ intent }, { kind }) => {
    if (kind === 'stop-trying') unattended.get(intent.attemptId)?.abort()
  })

  const action = (attempt: Attempt) => toAction(attempt, { nowMs: now(), signatureLifeMs })

  function answerTo(attempt: Attempt): Action {
    if (attempt.status === 'failed') throw toFailure(attempt)
    return action(attempt)
  }

  /** Invalidates all topics that show the subject. */
  function refresh({ intent }: Attempt): void {
    const act = actNamed(intent.act)
    const connection = keyring.connections.find(({ id }) => id === intent.connectionId)
    if (!act || !connection) return
    const place = { connection, service: intent.service, id: intent.subjectId }
    live.nudge(...act.touches(place, intent.compartmentId))
  }

  /** Joins the running sending of the attempt, or starts `run` when it is this replica's turn. */
  function once(attemptId: string, run: () => Promise<Attempt>): Promise<Attempt> {
    return running.get(attemptId) ?? track(attemptId, inTurn(attemptId, run))
  }

  function track(attemptId: string, sending: Promise<Attempt>): Promise<Attempt> {
    const tracked = sending.finally(() => running.delete(attemptId))
    running.set(attemptId, tracked)
    return tracked
  }

  async function inTurn(attemptId: string, run: () => Promise<Attempt>): Promise<Attempt> {
    const turn = await leases.turn(attemptId, patienceMs)
    if (!turn) throw new Problem('conflict', 'This attempt is still being sent. Look at it again in a moment.')
    try {
      return await run()
    } finally {
      turn.release()
    }
  }

  /** Begins to follow the attempt, unless another replica does. */
  async function follow(attempt: Attempt): Promise<void> {
    if (isSettled(attempt) || (await leases.follow(attempt.intent.attemptId))) follower.follow(attempt)
  }

  async function requireAllowed(personId: string, act: AnyAct): Promise<Person> {
    const person = await findPerson(personId)
    const { permission } = act.endpoint
    if (person?.permissions.includes(permission)) return person
    throw new Problem('forbidden', `It needs the permission ${permission}, which this account no longer has.`)
  }

  const pendingOn = async (subjectId: string, attemptId: string) =>
    (await journal.on(subjectId)).filter((attempt) => attempt.intent.attemptId !== attemptId && !isSettled(attempt))

  /** Sends a recorded attempt, records the answer, and begins to follow it. */
  async function carryOut(attempt: Attempt, act: AnyAct, request: AnyRequest, gone: AbortSignal): Promise<Attempt> {
    const { intent } = attempt
    const { attemptId } = intent
    const { client } = request.place.connection.clientFor(request.person)
    const call = { operation: intent.operation as OperationId, input: intent.input } // the recorded call was typed
    const isInDoubt = attempt.answer !== null && attempt.answer.status !== 'failed'
    const sent = await send({
      client,
      call,
      retryToken: intent.retryToken,
      isInDoubt,
      gone,
      patienceMs,
      recheck: () => recheck(attemptId, act, request.place),
    })
    const explained = await explain(sent, act, request, attempt)
    const answered = await journal.recordSurely(answerOf(attemptId, explained, now()))
    refresh(answered)
    await follow(answered)
    return answered
  }

  /** Run before each retry: checks the permission again, and that the subject did not change since the decision. */
  async function recheck(attemptId: string, act: AnyAct, place: Place): Promise<'go' | Sent> {
    const attempt = await journal.find(attemptId)
    if (!attempt) throw new Error(`The attempt ${attemptId} is being sent but is not recorded.`)
    await requireAllowed(attempt.intent.person.id, act)
    const subject: Subject = await act.read(place, reading)
    if (subject.version === attempt.intent.baseline) return 'go'

    const effect = await readEffect(attempt, { journal, connection: place.connection, reading })
    if (effect.is === 'done' || effect.is === 'under-way')
      return { status: 'accepted', workRequestId: effect.workRequestId ?? null, opcRequestId: null }
    return { status: 'failed', wasSent: false, problem: changedMeanwhile(subject) }
  }

  async function explain(sent: Sent, act: AnyAct, request: AnyRequest, { intent }: Attempt): Promise<Sent> {
    if (sent.status !== 'failed' || !sent.wasSent || !act.explain) return sent
    const subject = { ...request.place, name: intent.subjectName, version: intent.baseline ?? '' }
    return { ...sent, problem: await act.explain(sent.problem, request, subject, reading) }
  }

  async function begin(name: string, act: AnyAct, actRequest: ActRequest): Promise<Attempt> {
    const request = toRequest(act, actRequest, keyring)
    const { place } = request
    const inputProblem = act.checkInput?.(request, now())
    if (inputProblem) throw inputProblem

    return queues.run(act.isSerial ? `${place.connection.id}/${place.id}` : null, patienceMs, async () => {
      const person = await requireAllowed(actRequest.person.id, act)
      const subject: Subject = await act.read(place, reading)
      const intent = intentOf(name, { ...request, person }, subject, act.call(request, subject), now())
      const problem = act.check?.(request, subject, await pendingOn(place.id, actRequest.body.attemptId))
      // The person decided on stale data, so the snapshots that pages show are stale too.
      if (problem) live.nudge(...act.touches(place, subject.compartmentId))
      // Only these two problems are outcomes of a decision. The others mean that there was no valid decision to record.
      if (problem && problem.code !== 'conflict' && problem.code !== 'same_approver') throw problem
      if (problem) {
        const refused: Sent = { status: 'failed', wasSent: false, problem }
        return journal.refuse(intent, answerOf(intent.attemptId, refused, now()))
      }
      if (actRequest.gone.aborted)
        throw new Problem('unavailable', 'The connection was closed before anything was sent.')
      const { attempt, isNew } = await journal.begin(intent)
      // Another request has recorded the same attempt, and sends it.
      return isNew ? carryOut(attempt, act, request, actRequest.gone) : attempt
    })
  }

  /** Repeats the checks of the first time, then sends with the same retry token. */
  async function resend(attempt: Attempt, act: AnyAct, by: Person | null, gone: AbortSignal): Promise<Attempt> {
    const { intent } = attempt
    const place = placeOf(attempt, keyring)
    return queues.run(act.isSerial ? `${intent.connectionId}/${intent.subjectId}` : null, patienceMs, async () => {
      const latest = (await journal.find(intent.attemptId)) ?? attempt
      if (latest.status !== 'unknown' || isSettled(latest)) return latest
      if (by === null && now() >= retriesUntil(latest)) return latest
      const person = await requireAllowed(intent.person.id, act)
      if (place.connection.clientFor(person).ociUserId !== intent.signedAs)
        throw new Problem('conflict', 'The key that signed this attempt is no longer the one that signs for you.')
      const next = await recheck(intent.attemptId, act, place)
      if (next !== 'go') {
        if (next.status === 'failed') throw next.problem
        const settled = await journal.recordSurely(answerOf(intent.attemptId, next, now()))
        refresh(settled)
        await follow(settled)
        return settled
      }
      if (gone.aborted) return latest
      const resent = await journal.record({
        kind: 'resend',
        attemptId: intent.attemptId,
        at: new Date(now()).toISOString(),
        person: by && { id: by.id, name: by.name, role: by.role },
      })
      return carryOut(resent, act, { person, place, params: {}, body: {} }, gone)
    })
  }

  /** Resends an unknown revoke without its person. The follower has the turn. */
  async function retryAlone(attempt: Attempt): Promise<void> {
    const act = actNamed(attempt.intent.act)
    const { attemptId } = attempt.intent
    if (!act) return
    const stopping = new AbortController()
    unattended.set(attemptId, stopping)
    await track(attemptId, resend(attempt, act, null, stopping.signal)).finally(() => unattended.delete(attemptId))
  }

  return {
    async perform(name, request) {
      const { attemptId } = request.body
      const act = requireAct(name)
      const existing = await journal.find(attemptId)
      if (existing) {
        requireSame(existing, name, act, request)
        if (existing.status !== 'sent') return answerTo((await running.get(attemptId)) ?? existing)
        // It is being sent, perhaps by another replica.
        return answerTo(await once(attemptId, async () => (await journal.find(attemptId)) ?? existing))
      }
      const attempt = await once(attemptId, () => begin(name, act, request))
      requireSame(attempt, name, act, request)
      return answerTo(attempt)
    },

    async tryAgain(attemptId, person, gone) {
      const attempt = await requireAttempt(journal, attemptId)
      const act = requireAct(attempt.intent.act)
      if (attempt.intent.person.id !== person.id)
        throw new Problem('forbidden', `Only ${attempt.intent.person.name}, who made this attempt, can try it again.`)
      if (!person.permissions.includes(act.endpoint.permission))
        throw new Problem('forbidden', `It needs the permission ${act.endpoint.permission}.`)
      if (attempt.status === 'failed') throw toFailure(attempt)
      if (!mayTryAgain(attempt, now())) {
        if (attempt.status !== 'unknown') return action(attempt)
        throw new Problem(
          'conflict',
          'OCI would not recognise this attempt any more, and might carry it out a second time. Look at the thing itself, then make a new attempt.',
        )
      }
      return answerTo(await once(attemptId, () => resend(attempt, act, person, gone)))
    },

    async stopTrying(attemptId, { id, name, role }) {
      const attempt = await requireAttempt(journal, attemptId)
      if (now() >= retriesUntil(attempt) || isSettled(attempt)) return action(attempt)
      const at = new Date(now()).toISOString()
      const stopped = await journal.record({ kind: 'stop-trying', attemptId, at, person: { id, name, role } })
      return action(stopped)
    },

    toAction: action,

    resume: () => takeOver.start(),

    async close() {
      unsubscribe()
      follower.close()
      await takeOver.close()
      // The next start resumes what takes longer.
      await Promise.race([Promise.allSettled(running.values()), wait(closeMs, undefined, { ref: false })])
    },
  }
}

function requireAct(name: string): AnyAct {
  const act = actNamed(name)
  if (!act) throw new Problem('conflict', `This version of Gatehouse does not know the act "${name}".`)
  return act
}

async function requireAttempt(journal: Journal, attemptId: string): Promise<Attempt> {
  const attempt = await journal.find(attemptId)
  if (!attempt) throw new Problem('not_found', 'No act is recorded under this id.')
  return attempt
}

function toRequest(act: AnyAct, { person, params, body }: ActRequest, keyring: Keyring): AnyRequest {
  const { service, id } = act.subject(params)
  const place = { connection: keyring.get(params['connectionId'] ?? ''), service, id }
  return { person, place, params, body }
}

function placeOf({ intent }: Attempt, keyring: Keyring): Place {
  return { connection: keyring.get(intent.connectionId), service: intent.service, id: intent.subjectId }
}

function intentOf(act: string, request: AnyRequest, subject: Subject, call: OciCall, nowMs: number): Intent {
  const { person, place } = request
  const { attemptId, comment = null, seen = null } = request.body as AnyBody // the body of every act has these
  return {
    kind: 'intent',
    attemptId,
    at: new Date(nowMs).toISOString(),
    act,
    person: { id: person.id, name: person.name, role: person.role },
    connectionId: place.connection.id,
    compartmentId: subject.compartmentId,
    service: place.service,
    subjectId: place.id,
    subjectName: subject.name,
    comment,
    seen,
    baseline: subject.version,
    signedAs: place.connection.clientFor(person).ociUserId,
    operation: call.operation,
    // JSON removes undefined members, which are not sent either.
    input: JSON.parse(JSON.stringify(call.input)) as Record<string, unknown>,
    retryToken: takesRetryToken(call.operation) ? retryTokenOf(attemptId, call.operation) : null,
  }
}

/** 43 characters; OCI takes up to 64. */
const retryTokenOf = (attemptId: string, operation: OperationId) =>
  createHash('sha256').update(`${attemptId} ${operation}`).digest('base64url')

/** Refuses an attempt id that was used for another act, person, subject or comment. Names and versions may differ. */
function requireSame({ intent }: Attempt, name: string, act: AnyAct, { person, params, body }: ActRequest): void {
  const isSame =
    intent.act === name &&
    intent.person.id === person.id &&
    intent.connectionId === params['connectionId'] &&
    intent.subjectId === act.subject(params).id &&
    intent.comment === (body.comment?.toWellFormed() ?? null)
  if (isSame) return
  throw new Problem(
    'conflict',
    'This attempt id was used for something else. Every decision or action needs one of its own.',
  )
}

const changedMeanwhile = ({ name }: Subject) =>
  new Problem('stale', `${name} changed after you decided, so it was not sent again. Look at it as it is now.`)
