import * as contract from '@gatehouse/contract'
import type { AccessRequest, AccessService } from '@gatehouse/contract'
import type { Attempt } from '../ledger/entries.ts'
import { Problem } from '../problem.ts'
import { decisionProblem, inputProblem, type Decision } from '../access-requests/decision-rules.ts'
import { readAccessRequest } from '../access-requests/read-access-request.ts'
import { declareAct, ociCall, type OciCall, type Place, type Reading, type Request, type Subject } from './act.ts'
import { approvalCounts, rejectionHolds, revocationHolds } from './decision-effects.ts'
import { accessRequest, itemsAt } from './touches.ts'

interface AccessRequestSubject extends Subject {
  accessRequest: AccessRequest
}

/** All members that a decision may have. Each endpoint allows a part of them. */
interface DecisionBody {
  seen: string
  comment?: string
  startsAt?: string
  auditTypes?: string[]
  additionalMessage?: string
}

type DecisionRequest = Pick<Request, 'person' | 'place'> & { body: DecisionBody }

const common = (decision: Decision) => ({
  subject: ({ service, accessRequestId: id }: { service: AccessService; accessRequestId: string }) => ({ service, id }),
  read,
  checkInput: ({ place, body }: DecisionRequest, nowMs: number) => inputProblem(serviceOf(place), body, nowMs),
  check: ({ person, place, body }: DecisionRequest, subject: AccessRequestSubject, pending: readonly Attempt[]) => {
    const { ociUserId, own } = place.connection.clientFor(person)
    const decider = { personId: person.id, name: person.name, ociUserId, own, connectionName: place.connection.name }
    return decisionProblem(decision, subject.accessRequest, decider, body, pending)
  },
  call: ({ place, body }: DecisionRequest, { etag }: AccessRequestSubject) =>
    calls[serviceOf(place)][decision](place.id, body, etag),
  explain,
  touches: (place: Place, compartmentId: string | null) => [
    accessRequest(place),
    itemsAt('access-requests', place, compartmentId),
    itemsAt('work-requests', place, compartmentId),
  ],
  isSerial: true,
})

export const approveAccessRequest = declareAct({
  ...common('approveAccessRequest'),
  endpoint: contract.approveAccessRequest,
  effect: approvalCounts,
})

export const rejectAccessRequest = declareAct({
  ...common('rejectAccessRequest'),
  endpoint: contract.rejectAccessRequest,
  effect: rejectionHolds,
})

export const revokeAccessRequest = declareAct({
  ...common('revokeAccessRequest'),
  endpoint: contract.revokeAccessRequest,
  effect: revocationHolds,
  retriesForMs: 60 * 60_000,
})

const serviceOf = ({ service }: Place) => service as AccessService // the endpoints' addresses allow no other

async function read(place: Place, { room, signal }: Reading): Promise<AccessRequestSubject> {
  const address = { connection: place.connection, service: serviceOf(place), id: place.id }
  const call = { urgent: true, signal }
  const { accessRequest, etag, compartmentId } = await readAccessRequest(room, address, { forDecision: true, call })
  return { name: accessRequest.name, compartmentId, etag, version: accessRequest.version, accessRequest }
}

/** Translates OCI's refusal, given that the access request could just be read. */
async function explain(
  problem: Problem,
  { place }: DecisionRequest,
  subject: AccessRequestSubject,
  reading: Reading,
): Promise<Problem> {
  const { ociCode, opcRequestId } = problem
  const errorOptions = { cause: problem, ociCode, opcRequestId }
  // It exists, because it was just read. OCI's 404 therefore means that this user may not decide on it.
  if (problem.code === 'not_found')
    return new Problem(
      'forbidden',
      `OCI does not let the OCI user who signs for you on ${place.connection.name} decide on this access request. Ask for the policy that makes it an approver.`,
      errorOptions,
    )
  if (problem.code !== 'conflict' && problem.code !== 'stale') return problem
  try {
    const now = await read(place, reading)
    if (now.version === subject.version) return problem
    return new Problem(
      'conflict',
      `The access request ${now.name} changed a moment before your decision: it is ${now.accessRequest.state}. Your decision was not carried out.`,
      errorOptions,
    )
  } catch {
    return problem
  }
}

type ToCall = (id: string, body: DecisionBody, ifMatch: string | undefined) => OciCall

const calls: Record<AccessService, Record<Decision, ToCall>> = {
  'operator-access-control': {
    approveAccessRequest: (accessRequestId, body, ifMatch) =>
      ociCall('operator-access-control.approveAccessRequest', {
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
      ociCall('operator-access-control.rejectAccessRequest', { accessRequestId, ifMatch, body: { approverComment } }),
    revokeAccessRequest: (accessRequestId, { comment: approverComment }, ifMatch) =>
      ociCall('operator-access-control.revokeAccessRequest', { accessRequestId, ifMatch, body: { approverComment } }),
  },
  'delegate-access-control': {
    approveAccessRequest: (delegatedResourceAccessRequestId, body, ifMatch) =>
      ociCall('delegate-access-control.approveDelegatedResourceAccessRequest', {
        delegatedResourceAccessRequestId,
        ifMatch,
        body: {
          approverComment: body.comment,
          additionalMessage: body.additionalMessage,
          timeApprovedForAccess: utc(body.startsAt),
        },
      }),
    rejectAccessRequest: (delegatedResourceAccessRequestId, { comment: approverComment }, ifMatch) =>
      ociCall('delegate-access-control.rejectDelegatedResourceAccessRequest', {
        delegatedResourceAccessRequestId,
        ifMatch,
        body: { approverComment },
      }),
    revokeAccessRequest: (delegatedResourceAccessRequestId, { comment: approverComment }, ifMatch) =>
      ociCall('delegate-access-control.revokeDelegatedResourceAccessRequest', {
        delegatedResourceAccessRequestId,
        ifMatch,
        body: { approverComment },
      }),
  },
}

/** OCI expects times in UTC. Input may have another offset. */
const utc = (instant: string | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString())
