import type { AccessRequest, Approval } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import type { Attempt } from '../ledger/entries.ts'
import {
  decisionProblem as problemGiven,
  inputProblem,
  type Decider,
  type Decision,
  type DecisionInput,
} from './decision-rules.ts'

const version = 'v1'
const seen = { seen: version, comment: 'Agreed' }

const request = (more: Partial<AccessRequest> = {}): AccessRequest => ({
  connectionId: 'frankfurt',
  service: 'operator-access-control',
  id: 'ocid1.opctlaccessrequest.oc1..aaaa',
  name: 'AR-1',
  state: 'APPROVALWAITING',
  phase: 'waiting',
  stateDetails: null,
  severity: 'S3',
  summary: 'A disk has to be changed',
  resource: { id: 'ocid1.exadatainfrastructure.oc1..aaaa', name: null, type: null },
  compartment: null,
  actions: [],
  durationHours: 4,
  extensionHours: null,
  createdAt: null,
  updatedAt: null,
  startsAt: null,
  isAutoApproved: false,
  forgottenAt: null,
  reason: null,
  ticketNumbers: [],
  operatorId: null,
  requesterType: null,
  subResources: [],
  databases: [],
  serviceTypes: [],
  workflowIds: [],
  control: null,
  requestedActions: [],
  approvalsRequired: 1,
  approvalsGiven: 0,
  extensionApprovalsGiven: 0,
  approvals: [],
  auditTypes: [],
  lifecycleState: null,
  lastUserId: null,
  approverComment: null,
  closureComment: null,
  systemMessage: null,
  additionalMessage: null,
  isValidation: false,
  isPendingMoreInfo: false,
  accessBeganAt: null,
  accessEndsAt: null,
  tags: {},
  history: [],
  conversation: [],
  missing: [],
  version,
  readAt: '2026-11-22T10:00:00.000Z',
  ...more,
})

const approvalBy = (approverId: string, more: Partial<Approval> = {}): Approval => ({
  kind: 'initial',
  approverId,
  approverName: null,
  action: 'APPROVE',
  comment: null,
  message: null,
  at: '2026-11-22T09:00:00.000Z',
  startsAt: null,
  ...more,
})

const decisionProblem = (
  decision: Decision,
  accessRequest: AccessRequest,
  decider: Decider,
  input: DecisionInput,
  pending: readonly Attempt[] = [],
) => problemGiven(decision, accessRequest, decider, input, pending)

/** An approval of ours that is not settled. */
const pendingApproval = (personId: string, signedAs: string) =>
  ({
    intent: {
      act: 'approveAccessRequest',
      person: { id: personId, name: personId, role: 'approver' },
      signedAs,
      at: '2026-11-22T09:30:00.000Z',
    },
  }) as Attempt // the rules read nothing else of it

const withOwnKey: Decider = {
  personId: 'id-of-approver',
  name: 'approver',
  ociUserId: 'user-of-approver',
  own: true,
  connectionName: 'Frankfurt',
}
const withSharedKey: Decider = {
  personId: 'id-of-admin',
  name: 'admin',
  ociUserId: 'shared-user',
  own: false,
  connectionName: 'Frankfurt',
}

test('a request that waits can be approved and rejected, and not revoked', () => {
  expect(decisionProblem('approveAccessRequest', request(), withOwnKey, seen)).toBeNull()
  expect(decisionProblem('rejectAccessRequest', request(), withOwnKey, seen)).toBeNull()
  expect(decisionProblem('revokeAccessRequest', request(), withOwnKey, seen)).toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Reject it instead') as string,
  })
})

test('access that is open can be revoked, and not approved again', () => {
  const open = request({ phase: 'open', state: 'DEPLOYED' })
  expect(decisionProblem('revokeAccessRequest', open, withOwnKey, seen)).toBeNull()
  expect(decisionProblem('approveAccessRequest', open, withOwnKey, seen)).toMatchObject({
    code: 'conflict',
    message:
      'The access request AR-1 cannot be approved: it is DEPLOYED, so it has been decided already. To end the access, revoke it.',
  })
})

test.for(['in-transit', 'ended', 'may-be-open', 'unknown'] as const)(
  'nothing can be decided on one that is %s',
  (phase) => {
    for (const decision of ['approveAccessRequest', 'rejectAccessRequest', 'revokeAccessRequest'] as const)
      expect(decisionProblem(decision, request({ phase }), withOwnKey, seen)?.code).toBe('conflict')
  },
)

test('a decision on something else than what was seen is stale', () => {
  expect(decisionProblem('rejectAccessRequest', request(), withOwnKey, { ...seen, seen: 'v0' })).toMatchObject({
    code: 'stale',
  })
})

test('approving what is severe needs a comment, and a blank one is none', () => {
  const severe = request({ severity: 'S1' })
  const problem = { code: 'invalid_input', errors: [{ field: 'comment' }] }
  expect(decisionProblem('approveAccessRequest', severe, withOwnKey, { seen: version })).toMatchObject(problem)
  expect(decisionProblem('approveAccessRequest', severe, withOwnKey, { seen: version, comment: '  ' })).toMatchObject(
    problem,
  )
  expect(decisionProblem('approveAccessRequest', severe, withOwnKey, seen)).toBeNull()
  expect(decisionProblem('approveAccessRequest', request(), withOwnKey, { seen: version })).toBeNull()
})

test('a start lies in the future, and an extension has none', () => {
  const nowMs = Date.parse('2026-11-22T10:00:00Z')
  const past = { ...seen, startsAt: '2026-11-22T10:00:00Z' }
  const future = { ...seen, startsAt: '2026-11-22T12:30:00+02:00' }
  expect(inputProblem('operator-access-control', past, nowMs)).toMatchObject({
    code: 'invalid_input',
    errors: [{ field: 'startsAt' }],
  })
  expect(inputProblem('operator-access-control', future, nowMs)).toBeNull()
  expect(
    decisionProblem('approveAccessRequest', request({ phase: 'extension-waiting' }), withOwnKey, future),
  ).toMatchObject({
    errors: [{ field: 'startsAt' }],
  })
})

test('an audit type can be chosen for Operator Access Control alone', () => {
  const asked = { ...seen, auditTypes: ['COMMAND'] }
  expect(inputProblem('operator-access-control', asked, 0)).toBeNull()
  expect(inputProblem('delegate-access-control', asked, 0)).toMatchObject({ errors: [{ field: 'auditTypes' }] })
})

test('of two approvals the first may be signed with any key', () => {
  const needsTwo = request({ approvalsRequired: 2 })
  expect(decisionProblem('approveAccessRequest', needsTwo, withOwnKey, seen)).toBeNull()
  expect(decisionProblem('approveAccessRequest', needsTwo, withSharedKey, seen)).toBeNull()
})

test('the second comes from another OCI user', () => {
  const given = (approverId: string, more?: Partial<Approval>) =>
    request({ approvalsRequired: 2, approvalsGiven: 1, approvals: [approvalBy(approverId, more)] })
  expect(decisionProblem('approveAccessRequest', given('somebody'), withOwnKey, seen)).toBeNull()
  expect(decisionProblem('approveAccessRequest', given('user-of-approver'), withOwnKey, seen)).toMatchObject({
    code: 'same_approver',
    message: expect.stringContaining('your OCI user approved it at 2026-11-22T09:00:00.000Z') as string,
  })
})

test('the shared key is never the second approver, and the sentence says why and what to do', () => {
  for (const first of ['shared-user', 'somebody']) {
    const given = request({ approvalsRequired: 2, approvalsGiven: 1, approvals: [approvalBy(first)] })
    const problem = decisionProblem('approveAccessRequest', given, withSharedKey, seen)
    expect(problem?.code).toBe('same_approver')
    expect(problem?.message).toMatch(/needs 2 approvals by different people.*shared.*Frankfurt|Frankfurt.*shared/)
    expect(problem?.message).toContain('OCI user of their own')
  }
})

test('one person is one approver, whatever keys there are', () => {
  const given = request({
    approvalsRequired: 2,
    approvalsGiven: 1,
    approvals: [approvalBy('shared-user', { approverName: 'approver' })],
  })
  expect(decisionProblem('approveAccessRequest', given, withOwnKey, seen)).toMatchObject({
    code: 'same_approver',
    message: expect.stringContaining('you approved it') as string,
  })
})

test('an approval of ours that OCI does not show yet counts like one that it shows', () => {
  const needsTwo = request({ approvalsRequired: 2 })
  const decide = (decider: Decider, pending: Attempt) =>
    decisionProblem('approveAccessRequest', needsTwo, decider, seen, [pending])
  expect(decide(withSharedKey, pendingApproval('id-of-colleague', 'shared-user'))).toMatchObject({
    code: 'same_approver',
    message: expect.stringContaining('signed with the same key as yours, is not settled yet') as string,
  })
  expect(decide(withOwnKey, pendingApproval('id-of-approver', 'user-of-approver'))?.code).toBe('same_approver')
  expect(decide(withOwnKey, pendingApproval('id-of-colleague', 'shared-user'))).toBeNull()
})

test('while it cannot be read how many approvals are needed, one key does not give two', () => {
  const unknown = request({ approvalsRequired: null })
  expect(decisionProblem('approveAccessRequest', unknown, withSharedKey, seen)).toBeNull()
  const given = { ...unknown, approvalsGiven: 1, approvals: [approvalBy('shared-user')] }
  expect(decisionProblem('approveAccessRequest', given, withSharedKey, seen)).toMatchObject({
    code: 'same_approver',
    message: expect.stringContaining('could not be read') as string,
  })
  const pending = [pendingApproval('id-of-colleague', 'shared-user')]
  expect(decisionProblem('approveAccessRequest', unknown, withSharedKey, seen, pending)?.code).toBe('same_approver')
})

test('the approver of an access request may approve its extension, once', () => {
  const extension = (more: Partial<AccessRequest>) =>
    request({ phase: 'extension-waiting', state: 'EXTENDING', approvalsRequired: 2, approvalsGiven: 2, ...more })
  const initial = [approvalBy('somebody'), approvalBy('user-of-approver')]
  expect(decisionProblem('approveAccessRequest', extension({ approvals: initial }), withOwnKey, seen)).toBeNull()
  const once = [...initial, approvalBy('user-of-approver', { kind: 'extension' })]
  const given = extension({ approvals: once, extensionApprovalsGiven: 1 })
  expect(decisionProblem('approveAccessRequest', given, withOwnKey, seen)).toMatchObject({ code: 'same_approver' })
  expect(decisionProblem('approveAccessRequest', extension({ approvals: once }), withOwnKey, seen)).toBeNull()
})

test('rejecting takes one person, also one who approved', () => {
  const given = request({ approvalsRequired: 2, approvalsGiven: 1, approvals: [approvalBy('shared-user')] })
  expect(decisionProblem('rejectAccessRequest', given, withSharedKey, seen)).toBeNull()
})
