import type { AccessService, Action } from '@gatehouse/contract'
import type { OperationId, OperationInput } from '@gatehouse/oci-api'
import type { Person } from '../../access/person.ts'
import type { Act, Ledger } from '../../ledger/ledger.ts'
import type { LiveHub } from '../../live/live-hub.ts'
import { Problem } from '../../problem.ts'
import { decisionProblem, inputProblem, type Asked, type Decision } from './decision-rules.ts'
import { readAccessRequest, type AccessRequestAddress, type ReadingRoom } from './read-access-request.ts'

export interface DecisionBody extends Asked {
  attemptId: string
  additionalMessage?: string | undefined
}

interface Deciding {
  room: ReadingRoom
  ledger: Ledger
  live: LiveHub
}

/**
 * Carries a person's decision to OCI, through the ledger. The access request is read anew just before; a decision that
 * rests on something else than what it is now, or that cannot be taken, is refused. Throws the Problem.
 */
export async function decide(
  { room, ledger, live }: Deciding,
  decision: Decision,
  address: AccessRequestAddress,
  person: Person,
  body: DecisionBody,
): Promise<Action> {
  const { connection, service, id } = address
  const actFor = (name: string, etag: string | undefined): Act => ({
    person,
    connection,
    act: decision,
    attemptId: body.attemptId,
    subject: { service, id, name },
    comment: body.comment,
    seen: body.seen,
    ...calls[service][decision](id, body, etag),
  })

  // the same attempt once more is answered as it was, although the access request has changed by it
  const earlier = await ledger.find(body.attemptId)
  if (earlier) return ledger.act(actFor(earlier.subject.name, undefined))
  const wrong = inputProblem(service, body, Date.now())
  if (wrong) throw wrong

  const { accessRequest, etag } = await readAccessRequest(room, address, { forDecision: true })
  const { ociUserId, own } = connection.clientFor(person)
  const decider = { name: person.name, ociUserId, own, connectionName: connection.name }
  const problem = decisionProblem(decision, accessRequest, decider, body)
  const act = actFor(accessRequest.name, etag)
  try {
    if (!problem) return await ledger.act(act)
    // what was not seen as it is was not decided on
    if (problem.code === 'conflict' || problem.code === 'same_approver') return await ledger.refuse(act, problem)
    throw problem
  } catch (error) {
    throw error === problem ? error : await explain(error, room, address, accessRequest.version)
  } finally {
    live.nudge('access-requests', { kind: 'access-request', connectionId: connection.id, service, id }, 'work-requests')
  }
}

/** What OCI's refusal means for the person, who has just seen the access request. */
async function explain(error: unknown, room: ReadingRoom, address: AccessRequestAddress, version: string) {
  if (!(error instanceof Problem)) return error
  const { ociCode, opcRequestId } = error
  const told = { cause: error, ociCode, opcRequestId }
  // it could be read with the shared key a moment ago
  if (error.code === 'not_found')
    return new Problem(
      'forbidden',
      `OCI does not let the OCI user who signs for you on ${address.connection.name} decide on this access request. Ask for the policy that makes it an approver.`,
      told,
    )
  if (error.code !== 'conflict' && error.code !== 'stale') return error
  try {
    const { accessRequest } = await readAccessRequest(room, address, { forDecision: true })
    if (accessRequest.version === version) return error
    return new Problem(
      'conflict',
      `Somebody else decided on the access request ${accessRequest.name} a moment before you: it is ${accessRequest.state}. Your decision was not carried out.`,
      told,
    )
  } catch {
    return error
  }
}

type Call = (id: string, body: DecisionBody, etag: string | undefined) => Pick<Act, 'operation' | 'input'>

/** An operation with what it takes, checked together. */
const call = <Id extends OperationId>(operation: Id, input: Omit<OperationInput<Id>, 'opcRetryToken'>) =>
  ({ operation, input }) as Pick<Act, 'operation' | 'input'> // the ledger takes any operation with its own input

const calls: Record<AccessService, Record<Decision, Call>> = {
  'operator-access-control': {
    approveAccessRequest: (accessRequestId, body, ifMatch) =>
      call('operator-access-control.approveAccessRequest', {
        accessRequestId,
        ifMatch,
        body: {
          approverComment: body.comment,
          auditType: body.auditTypes,
          additionalMessage: body.additionalMessage,
          timeOfUserCreation: utc(body.startsAt),
        },
      }),
    rejectAccessRequest: (accessRequestId, { comment: approverComment }, ifMatch) =>
      call('operator-access-control.rejectAccessRequest', { accessRequestId, ifMatch, body: { approverComment } }),
    revokeAccessRequest: (accessRequestId, { comment: approverComment }, ifMatch) =>
      call('operator-access-control.revokeAccessRequest', { accessRequestId, ifMatch, body: { approverComment } }),
  },
  'delegate-access-control': {
    approveAccessRequest: (delegatedResourceAccessRequestId, body, ifMatch) =>
      call('delegate-access-control.approveDelegatedResourceAccessRequest', {
        delegatedResourceAccessRequestId,
        ifMatch,
        body: {
          approverComment: body.comment,
          additionalMessage: body.additionalMessage,
          timeApprovedForAccess: utc(body.startsAt),
        },
      }),
    rejectAccessRequest: (delegatedResourceAccessRequestId, { comment: approverComment }, ifMatch) =>
      call('delegate-access-control.rejectDelegatedResourceAccessRequest', {
        delegatedResourceAccessRequestId,
        ifMatch,
        body: { approverComment },
      }),
    revokeAccessRequest: (delegatedResourceAccessRequestId, { comment: approverComment }, ifMatch) =>
      call('delegate-access-control.revokeDelegatedResourceAccessRequest', {
        delegatedResourceAccessRequestId,
        ifMatch,
        body: { approverComment },
      }),
  },
}

/** OCI wants times in UTC; a person may have sent one with an offset. */
const utc = (instant: string | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString())
