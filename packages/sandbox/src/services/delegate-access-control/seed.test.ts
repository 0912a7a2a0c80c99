import { operations, operationIds } from '@gatehouse/oci-api'
import { describe, expect, test } from 'vitest'
import { followers, type Status } from './access-request-status.ts'
import { handlers } from './index.ts'
import { datedCourse } from './seed/course.ts'
import { delegateWorld, type DelegateWorld } from './testing.ts'

const usual = { accessRequests: 40, workRequests: 60 }
const statuses = Object.keys(followers) as Status[] // the table has every status and nothing else

/** Steps from one status to another that none of them may take. */
const forbiddenSteps = (course: Status[]) =>
  course
    .map((status, place) => ({ from: course[place - 1] ?? status, to: status }))
    .filter(({ from, to }) => from !== to && !followers[from].includes(to))

const accessRequests = ({ world }: DelegateWorld) =>
  [...world.regions.values()].flatMap((region) => [...region.delegatedResourceAccessRequests.values()])

const workRequests = ({ world }: DelegateWorld) =>
  [...world.regions.values()].flatMap((region) => [...region.workRequests.values()])

describe('a world of the usual size', () => {
  const made = delegateWorld(usual)
  const rows = accessRequests(made)
  const work = workRequests(made)

  test('has 14 access requests of every severity in both regions and both compartments', () => {
    expect(rows).toHaveLength(14)
    expect(new Set(rows.map(({ wire }) => wire.severity))).toEqual(new Set(['S1', 'S2', 'S3', 'S4']))
    expect(new Set(rows.map(({ region }) => region)).size).toBe(2)
    expect(new Set(rows.map(({ compartmentId }) => compartmentId)).size).toBe(2)
    expect(new Set(rows.map(({ wire }) => wire.requestStatus)).size).toBeGreaterThan(9)
  })

  test('has several waiting, one of them with the first of two approvals by the administrator', () => {
    const waiting = rows.filter(({ wire }) => wire.requestStatus === 'APPROVAL_WAITING')
    expect(waiting.length).toBeGreaterThan(2)
    const half = waiting.filter(({ wire }) => wire.numInitialApprovals === 1)
    expect(half).toHaveLength(1)
    expect(half[0]?.wire.approvalInfo?.[0]?.approverId).toBe(made.user('administrator').id)
    expect(half[0]?.extra.approverIds).toEqual([made.user('administrator').id])
  })

  test('has two extensions to decide and one access request that was approved by itself', () => {
    expect(rows.filter(({ wire }) => wire.requestStatus === 'EXTENDING')).toHaveLength(2)
    expect(rows.filter(({ wire }) => wire.isAutoApproved).length).toBeGreaterThan(0)
  })

  test('has 20 work requests: running, finished, failed with several errors, in need of attention', () => {
    expect(work).toHaveLength(20)
    const count = (status: string) => work.filter(({ wire }) => wire.status === status)
    expect(count('SUCCEEDED').length).toBeGreaterThan(5)
    expect(count('NEEDS_ATTENTION').length).toBeGreaterThan(0)
    expect(count('FAILED').filter(({ extra }) => extra.errors.length > 2).length).toBeGreaterThan(1)
    expect(count('IN_PROGRESS').length).toBeGreaterThan(1)
  })

  test('has finished work with a log of more than 300 lines, in the order of time', () => {
    const long = work.filter(({ wire, extra }) => wire.status === 'SUCCEEDED' && extra.logs.length > 300)
    expect(long.length).toBeGreaterThan(1)
    for (const { extra, wire } of long) {
      const times = extra.logs.map(({ timestamp }) => timestamp)
      expect(times).toEqual(times.toSorted())
      expect(times[0]! > wire.timeAccepted).toBe(true) // there are more than 300
    }
  })

  test('has nothing dated in the future but what is to start', () => {
    const now = made.world.clock.now().toISOString()
    for (const { wire, extra } of rows) {
      expect(
        [wire.timeCreated, wire.timeUpdated, ...extra.histories.map(({ timestamp }) => timestamp)].every(
          (time = '') => time <= now,
        ),
      ).toBe(true)
    }
  })

  test('has work that ended when the access request says so', () => {
    const failed = rows.find(({ wire }) => wire.requestStatus === 'REVOKE_FAILED')
    const revocation = work.find(
      ({ wire }) => wire.operationType === 'REVOKE_DELEGATED_RESOURCE_ACCESS_REQUEST' && wire.status === 'FAILED',
    )
    expect(revocation?.wire.resources[0]?.identifier).toBe(failed?.id)
    expect(revocation?.wire.timeFinished).toBe(failed?.wire.timeUpdated)
  })

  test('keeps every history to the steps that are allowed', () => {
    const courses = rows.map(({ extra }) => extra.histories.map(({ requestStatus = 'CREATED' }) => requestStatus))
    expect(courses.flatMap(forbiddenSteps)).toEqual([])
  })
})

test('the same seed makes the same access requests and work requests', () => {
  const ids = (made: DelegateWorld) => [...accessRequests(made), ...workRequests(made)].map(({ id }) => id)
  const words = (made: DelegateWorld) =>
    accessRequests(made).map(({ wire }) => [wire.ticketNumbers, wire.databaseNameList])
  const [first, second] = [delegateWorld(usual), delegateWorld(usual)]
  expect(ids(first)).toEqual(ids(second))
  expect(words(first)).toEqual(words(second))
})

test('what runs when the world begins goes on from where it is, and ends', () => {
  const made = delegateWorld(usual)
  const running = workRequests(made).filter(({ wire }) => wire.status === 'IN_PROGRESS')
  const rollout = running.find(({ extra }) => extra.logs.length > 100)
  const before = { lines: rollout?.extra.logs.length ?? 0, percent: rollout?.wire.percentComplete ?? 0 }
  expect(before.percent).toBeGreaterThan(20)
  made.pass(60)
  expect(rollout?.extra.logs.length).toBeGreaterThan(before.lines)
  expect(rollout?.wire.percentComplete).toBeGreaterThan(before.percent)
  made.pass(60 * 24)
  expect(rollout?.wire.status).toBe('SUCCEEDED')
  expect(made.control('production-cloud-databases').wire.lifecycleState).toBe('ACTIVE')
})

test('a revocation and a deployment of the seed come to their end by the clock', () => {
  const made = delegateWorld(usual)
  const inStatus = (status: Status) => accessRequests(made).find(({ wire }) => wire.requestStatus === status)
  const revoking = inStatus('REVOKING')
  const assigned = inStatus('OPERATOR_ASSIGNMENT_WAITING')
  const future = inStatus('APPROVED_FOR_FUTURE')
  made.pass(60)
  expect(revoking?.wire.requestStatus).toBe('REVOKED')
  expect(assigned?.wire.requestStatus).toBe('DEPLOYED')
  expect(future?.wire.requestStatus).toBe('APPROVED_FOR_FUTURE')
  made.pass(9 * 60)
  expect(future?.wire.requestStatus).toBe('DEPLOYED')
})

test('a large world has access requests in every status', () => {
  const found = new Set(
    accessRequests(delegateWorld({ accessRequests: 80, workRequests: 0 })).map(({ wire }) => wire.requestStatus),
  )
  expect(found).toEqual(new Set(statuses))
})

test('everything that a large world holds reads as its model says', () => {
  const { world, call } = delegateWorld({ accessRequests: 80, workRequests: 120 })
  for (const { name, ...region } of world.regions.values()) {
    const options = { region: name }
    for (const { id } of region.delegatedResourceAccessRequests.values()) {
      const input = { delegatedResourceAccessRequestId: id }
      call('getDelegatedResourceAccessRequest', input, options)
      call('listDelegatedResourceAccessRequestHistories', input, options)
      call('listServiceProviderInteractions', input, options)
      call('getDelegatedResourceAccessRequestAuditLogReport', { ...input, isProcessTreeEnabled: true }, options)
    }
    for (const { id } of region.delegationControls.values()) {
      call('getDelegationControl', { delegationControlId: id }, options)
      call('listDelegationControlResources', { delegationControlId: id }, options)
    }
    for (const { id } of region.workRequests.values()) {
      call('getWorkRequest', { workRequestId: id }, options)
      call('listWorkRequestErrors', { workRequestId: id }, options)
      call('listWorkRequestLogs', { workRequestId: id }, options)
    }
    for (const compartmentId of [world.tenancyId, ...[...world.compartments.values()].map(({ id }) => id)]) {
      call('listDelegatedResourceAccessRequests', { compartmentId }, options)
      call('listDelegationControls', { compartmentId }, options)
      call('listDelegationSubscriptions', { compartmentId }, options)
      call('listServiceProviderActions', { compartmentId }, options)
      call('listServiceProviders', { compartmentId }, options)
      call('listWorkRequests', { compartmentId }, options)
    }
  }
})

test('a small world stays small', () => {
  expect(accessRequests(delegateWorld({ accessRequests: 3, workRequests: 3 }))).toHaveLength(1)
  expect(workRequests(delegateWorld({ accessRequests: 3, workRequests: 3 }))).toHaveLength(1)
})

test('the course to each status keeps to the steps that are allowed', () => {
  for (const status of statuses) {
    const course = datedCourse({
      status,
      raisedAtMs: 0,
      lastAtMs: 10_000_000,
      isAutoApproved: status === 'PREAPPROVED',
    })
    expect(course.at(-1)?.status).toBe(status)
    expect(forbiddenSteps(course.map((step) => step.status))).toEqual([])
    const times = course.map(({ at }) => at)
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b))
  }
})

test('every operation of the service has a handler', () => {
  const promised = operationIds.filter((id) => operations[id].service === 'delegate-access-control')
  expect(Object.keys(handlers).toSorted()).toEqual(promised.toSorted())
  expect(promised).toHaveLength(30)
})
