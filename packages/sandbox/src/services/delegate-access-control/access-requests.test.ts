import { expect, test } from 'vitest'
import { lifecycleStates } from './access-request-status.ts'
import { delegateWorld } from './testing.ts'

const seeded = delegateWorld({ accessRequests: 80, workRequests: 0 })
const { call, control } = seeded
const compartmentId = control('production-databases').compartmentId

test('the list has the access requests of one compartment in one region, newest first', () => {
  const { items } = call('listDelegatedResourceAccessRequests', { compartmentId })
  expect(items.length).toBeGreaterThan(4)
  expect(new Set(items.map((item) => item.compartmentId))).toEqual(new Set([compartmentId]))
  const times = items.map(({ timeCreated = '' }) => timeCreated)
  expect(times).toEqual(times.toSorted().toReversed())
  const ashburn = call('listDelegatedResourceAccessRequests', { compartmentId }, { region: 'us-ashburn-1' }).items
  expect(ashburn.length).toBeGreaterThan(2)
  expect(ashburn.map(({ id }) => id)).not.toContain(items[0]?.id)
})

test('sorted by name it runs from A, unless the other direction is asked for', () => {
  const names = (sortOrder?: 'DESC') =>
    call('listDelegatedResourceAccessRequests', { compartmentId, sortBy: 'displayName', sortOrder }).items.map(
      ({ displayName = '' }) => displayName,
    )
  expect(names()).toEqual(names().toSorted())
  expect(names('DESC')).toEqual(names().toReversed())
})

test('the list filters by either state, and refuses both at once', () => {
  const waiting = call('listDelegatedResourceAccessRequests', {
    compartmentId,
    requestStatus: 'APPROVAL_WAITING',
  }).items
  expect(waiting.length).toBeGreaterThan(1)
  expect(waiting.every(({ requestStatus }) => requestStatus === 'APPROVAL_WAITING')).toBe(true)
  const calm = call('listDelegatedResourceAccessRequests', { compartmentId, lifecycleState: 'WAITING' }).items
  expect(new Set(calm.map(({ requestStatus }) => requestStatus))).toEqual(new Set(['APPROVAL_WAITING', 'EXTENDING']))
  expect(() =>
    call('listDelegatedResourceAccessRequests', {
      compartmentId,
      lifecycleState: 'WAITING',
      requestStatus: 'APPROVAL_WAITING',
    }),
  ).toThrow(expect.objectContaining({ status: 400, code: 'InvalidParameter' }))
})

test('the list filters by control, resource, and an interval whose ends belong to it', () => {
  const { items } = call('listDelegatedResourceAccessRequests', { compartmentId })
  const [one] = items
  if (!one) throw new Error('The seed made no access request.')
  const byControl = call('listDelegatedResourceAccessRequests', {
    compartmentId,
    delegationControlId: one.delegationControlId,
  }).items
  expect(new Set(byControl.map((item) => item.delegationControlId))).toEqual(new Set([one.delegationControlId]))
  const byResource = call('listDelegatedResourceAccessRequests', { compartmentId, resourceId: one.resourceId }).items
  expect(new Set(byResource.map((item) => item.resourceId))).toEqual(new Set([one.resourceId]))
  const moment = items[3]?.timeCreated ?? ''
  const within = call('listDelegatedResourceAccessRequests', { compartmentId, timeStart: moment, timeEnd: moment })
  expect(within.items.map(({ timeCreated }) => timeCreated)).toContain(moment)
  const later = call('listDelegatedResourceAccessRequests', { compartmentId, timeStart: new Date(moment) }).items
  expect(later).toHaveLength(items.filter(({ timeCreated = '' }) => timeCreated >= moment).length)
})

test('both states of every access request belong together', () => {
  for (const { row } of everyAccessRequest()) {
    expect(row.wire.lifecycleState).toBe(lifecycleStates[row.wire.requestStatus ?? 'CREATED'])
  }
})

test('the history is told from its end, or from its beginning when asked', () => {
  const { row } = everyAccessRequest().find(({ row }) => row.wire.requestStatus === 'REVOKE_FAILED') ?? {}
  const id = { delegatedResourceAccessRequestId: row?.id ?? '' }
  const statuses = (sortOrder?: 'ASC') =>
    call('listDelegatedResourceAccessRequestHistories', { ...id, sortOrder }).items.map((item) => item.requestStatus)
  expect(statuses()[0]).toBe('REVOKE_FAILED')
  expect(statuses('ASC')).toEqual([
    'CREATED',
    'APPROVAL_WAITING',
    'OPERATOR_ASSIGNMENT_WAITING',
    'APPROVED',
    'DEPLOYED',
    'REVOKING',
    'REVOKE_FAILED',
  ])
})

test('what is not there reads like what may not be seen', () => {
  expect(() =>
    call('getDelegatedResourceAccessRequest', {
      delegatedResourceAccessRequestId: 'ocid1.delegatedresourceaccessrequest.oc1..a',
    }),
  ).toThrow(expect.objectContaining({ status: 404, code: 'NotAuthorizedOrNotFound' }))
})

test('an access request names its databases, tickets, services and subscriptions', () => {
  const { raise } = delegateWorld()
  const { row } = raise('production-databases')
  expect(row.wire.databaseNameList?.length).toBe(row.wire.databaseIdList?.length)
  expect(row.wire.ticketNumbers?.[0]).toMatch(/^3-\d{11}$/)
  expect(row.wire.delegationSubscriptionIds).toHaveLength(1)
})

const everyAccessRequest = () =>
  [...seeded.world.regions.values()].flatMap((region) =>
    [...region.delegatedResourceAccessRequests.values()].map((row) => ({ region, row })),
  )
