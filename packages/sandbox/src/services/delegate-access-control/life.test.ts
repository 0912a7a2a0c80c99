import { expect, test } from 'vitest'
import { testWorld } from '../../testing.ts'
import {
  askDelegatedExtension,
  decideDelegatedAs,
  raiseDelegatedResourceAccessRequest,
  seedDelegateAccessControl,
  startDelegateAccessControlLife,
} from './index.ts'
import { delegateWorld } from './testing.ts'

const dayMs = 86_400_000

function lively(life: boolean) {
  const world = testWorld({ life, paceMs: 1000, seeds: [seedDelegateAccessControl] })
  world.clock.advance(0)
  startDelegateAccessControlLife(world)
  const rows = () =>
    [...world.regions.values()].flatMap((region) => [...region.delegatedResourceAccessRequests.values()])
  return { world, rows }
}

test('while life goes on, operators raise access requests, finish their work and ask for more time', () => {
  const { world, rows } = lively(true)
  const before = rows().length
  world.clock.advance(dayMs / 4)
  expect(rows().length).toBeGreaterThan(before + 10)
  const seen = new Set(rows().flatMap(({ extra }) => extra.histories.map(({ requestStatus }) => requestStatus)))
  expect([...seen]).toEqual(expect.arrayContaining(['COMPLETED', 'EXTENDING', 'PREAPPROVED']))
})

test('life does not drown the approvers: undecided access requests stay few', () => {
  const { world, rows } = lively(true)
  world.clock.advance(dayMs / 4)
  const waiting = rows().filter(({ wire }) => wire.requestStatus === 'APPROVAL_WAITING')
  expect(waiting.length).toBeLessThan(30)
})

test('without life nobody raises anything', () => {
  const { world, rows } = lively(false)
  world.clock.advance(dayMs)
  expect(rows()).toHaveLength(14)
})

test('an access request is raised with what is given, and believable otherwise', () => {
  const { world, region } = delegateWorld()
  const row = raiseDelegatedResourceAccessRequest(world, region, {
    severity: 'S1',
    reasonForRequest: 'Disk group dismounted',
    durationInHours: 5,
  })
  expect(row.wire).toMatchObject({ severity: 'S1', reasonForRequest: 'Disk group dismounted', durationInHours: 5 })
  expect(row.wire.requestedActionNames?.length).toBeGreaterThan(0)
  expect(region.delegationControls.get(row.wire.delegationControlId ?? '').wire.resourceIds).toContain(
    row.wire.resourceId,
  )
})

test('a resource finds the control that governs it', () => {
  const { world, region, control } = delegateWorld()
  const { id, wire } = control('staging-databases')
  const [resourceId] = wire.resourceIds ?? []
  expect(raiseDelegatedResourceAccessRequest(world, region, { resourceId }).wire.delegationControlId).toBe(id)
  expect(() => raiseDelegatedResourceAccessRequest(world, region, { resourceId: 'ocid1.vmcluster.oc1..a' })).toThrow(
    'No active delegation control in eu-frankfurt-1 governs ocid1.vmcluster.oc1..a.',
  )
})

test('another user decides as by a call of their own, refusals included', () => {
  const { world, region, raise, user, pass } = delegateWorld()
  const { row } = raise('production-databases')
  decideDelegatedAs(world, region, user('administrator').id, row.id, 'approve', 'Fine')
  expect(row.wire.approvalInfo?.[0]).toMatchObject({ approverId: user('administrator').id, approverComment: 'Fine' })
  expect(() => decideDelegatedAs(world, region, user('administrator').id, row.id, 'approve')).toThrow('approved this')
  expect(() => decideDelegatedAs(world, region, 'ocid1.user.oc1..a', row.id, 'reject')).toThrow('There is no user')
  decideDelegatedAs(world, region, user('approver').id, row.id, 'approve')
  pass()
  askDelegatedExtension(world, region, row.id, 2)
  expect(row.wire).toMatchObject({ requestStatus: 'EXTENDING', extendDurationInHours: 2 })
  decideDelegatedAs(world, region, user('approver').id, row.id, 'revoke', 'Enough')
  expect(row.wire.requestStatus).toBe('REVOKING')
})

test('asked for certain actions, an operator gives a reason that goes with them', () => {
  const { world, region, control } = delegateWorld()
  const row = raiseDelegatedResourceAccessRequest(world, region, {
    delegationControlId: control('production-databases').id,
    actions: ['DLGT_MGMT_SOFTWARE_UPDATE'],
  })
  expect(row.wire).toMatchObject({
    reasonForRequest: 'Managed update of the Exadata guest image',
    providedServiceTypes: ['MANAGED_SOFTWARE_UPDATES'],
  })
})
