import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { compartmentId } from '../../world/seed/tenancy.ts'
import { trial } from './trial.ts'

const conflict = expect.objectContaining({ status: 409, code: 'IncorrectState' })

function assignments() {
  const trialled = trial()
  const { call, world, region } = trialled
  const home = compartmentId(world, 'exadata-production')
  const control = region.operatorControls
    .values()
    .find(({ wire }) => wire.operatorControlName === 'fra-cloud-exadata-production')!.wire // seeded
  const assign = (more: Partial<OperatorAccessControl.CreateOperatorControlAssignmentDetails> = {}) =>
    call('administrator', 'createOperatorControlAssignment', {
      body: {
        operatorControlId: control.id,
        resourceId: 'ocid1.cloudexadatainfrastructure.oc1.eu-frankfurt-1.amaaaaaa2',
        resourceName: 'cloudexa-prd-fra-02',
        resourceType: 'CLOUDEXADATAINFRASTRUCTURE',
        resourceCompartmentId: home,
        compartmentId: home,
        isEnforcedAlways: true,
        ...more,
      },
    })
  const read = (id: string) => call('console', 'getOperatorControlAssignment', { operatorControlAssignmentId: id })
  const named = (name: string) =>
    region.operatorControlAssignments.values().find(({ wire }) => wire.resourceName === name)!
  const inHours = (hours: number) => new Date(world.clock.ms() + hours * 3_600_000).toISOString()
  return { ...trialled, home, control, assign, read, named, inHours }
}

test('an assignment is CREATED, and APPLIED by the clock', () => {
  const { assign, read, minutes, control } = assignments()
  const created = assign()
  expect(created).toMatchObject({ lifecycleState: 'CREATED', opControlName: control.operatorControlName })
  minutes(2)
  expect(read(created.id)).toMatchObject({ lifecycleState: 'APPLIED' })
})

test('a syslog server that does not exist makes the assignment fail, and a change of address mends it', () => {
  const { assign, read, minutes, call } = assignments()
  const { id } = assign({
    isLogForwarded: true,
    remoteSyslogServerAddress: 'logs.example.invalid',
    remoteSyslogServerPort: 6514,
  })
  minutes(2)
  expect(read(id)).toMatchObject({ lifecycleState: 'APPLYFAILED', errorCode: 5021 })
  expect(read(id).errorMessage).toContain('logs.example.invalid')
  const updated = call('administrator', 'updateOperatorControlAssignment', {
    operatorControlAssignmentId: id,
    body: { isEnforcedAlways: true, remoteSyslogServerAddress: '10.0.0.9' },
  })
  expect(updated.lifecycleState).toBe('UPDATING')
  minutes(2)
  expect(read(id).lifecycleState).toBe('APPLIED')
  expect(read(id)).not.toHaveProperty('errorCode')
})

test('an update can fail too', () => {
  const { call, named, read, minutes } = assignments()
  const { id } = named('exaprd-fra-01')
  call('administrator', 'updateOperatorControlAssignment', {
    operatorControlAssignmentId: id,
    body: { isEnforcedAlways: true, remoteSyslogServerAddress: 'gone.invalid' },
  })
  minutes(2)
  expect(read(id).lifecycleState).toBe('UPDATEFAILED')
})

test('an assignment for a time is applied when it begins and removed when it ends', () => {
  const { assign, read, hours, inHours } = assignments()
  const { id } = assign({ isEnforcedAlways: false, timeAssignmentFrom: inHours(5), timeAssignmentTo: inHours(9) })
  hours(4)
  expect(read(id).lifecycleState).toBe('CREATED')
  hours(1.1)
  expect(read(id).lifecycleState).toBe('APPLIED')
  hours(4)
  expect(read(id)).toMatchObject({
    lifecycleState: 'DELETED',
    detachmentDescription: 'The time of the assignment is over',
  })
})

test('an assignment that is not enforced always needs a beginning and a later end', () => {
  const { assign, inHours } = assignments()
  const attempt = (from: number | undefined, to: number | undefined) => () =>
    assign({
      isEnforcedAlways: false,
      timeAssignmentFrom: from === undefined ? undefined : inHours(from),
      timeAssignmentTo: to === undefined ? undefined : inHours(to),
    })
  expect(attempt(1, undefined)).toThrow(expect.objectContaining({ status: 400, code: 'MissingParameter' }))
  expect(attempt(3, 2)).toThrow('timeAssignmentTo must be later than timeAssignmentFrom.')
  expect(attempt(-3, -2)).toThrow('timeAssignmentTo is in the past.')
})

test('forwarding logs needs an address and a port', () => {
  const { assign } = assignments()
  expect(() => assign({ isLogForwarded: true, remoteSyslogServerAddress: '10.0.0.9' })).toThrow(
    'Forwarding logs needs remoteSyslogServerAddress and remoteSyslogServerPort.',
  )
})

test('a resource is governed by one control at a time', () => {
  const { assign, inHours } = assignments()
  const span = (from: number, to: number) => ({
    isEnforcedAlways: false,
    timeAssignmentFrom: inHours(from),
    timeAssignmentTo: inHours(to),
  })
  assign(span(1, 4))
  expect(() => assign()).toThrow(expect.objectContaining({ status: 409, code: 'NotAuthorizedOrResourceAlreadyExists' }))
  expect(() => assign(span(3, 6))).toThrow('is governed by the operator control fra-cloud-exadata-production')
  expect(assign(span(4, 6)).lifecycleState).toBe('CREATED')
})

test('a control is assigned to its own type of resource only, and not when deleted or unknown', () => {
  const { assign, region } = assignments()
  const deleted = region.operatorControls.values().find(({ wire }) => wire.lifecycleState === 'DELETED')
  expect(() => assign({ resourceType: 'EXADATAINFRASTRUCTURE' })).toThrow(expect.objectContaining({ status: 400 }))
  expect(() => assign({ operatorControlId: deleted?.id })).toThrow(conflict)
  expect(() => assign({ operatorControlId: 'ocid1.opctloperatorcontrol.oc1..nowhere' })).toThrow(
    expect.objectContaining({ status: 400, code: 'RelatedResourceNotAuthorizedOrNotFound' }),
  )
})

test('a control is ASSIGNED with its first assignment and UNASSIGNED with its last', () => {
  const { call, region, named, minutes } = assignments()
  const control = region.operatorControls.get(named('avmstg-fra-01').wire.operatorControlId)
  expect(control.wire.lifecycleState).toBe('ASSIGNED')
  call('administrator', 'deleteOperatorControlAssignment', {
    operatorControlAssignmentId: named('avmstg-fra-01').id,
    description: 'Rack is returned',
  })
  expect(named('avmstg-fra-01').wire).toMatchObject({ lifecycleState: 'DELETING' })
  expect(control.wire.lifecycleState).toBe('ASSIGNED')
  minutes(2)
  expect(named('avmstg-fra-01').wire).toMatchObject({
    lifecycleState: 'DELETED',
    detachmentDescription: 'Rack is returned',
    unassignerId: expect.any(String),
    timeOfDeletion: expect.any(String),
  })
  expect(control.wire.lifecycleState).toBe('UNASSIGNED')
})

test('an assignment that has not begun can be removed', () => {
  const { call, named, hours } = assignments()
  const row = named('exastg-fra-03')
  call('administrator', 'deleteOperatorControlAssignment', { operatorControlAssignmentId: row.id })
  hours(24 * 4)
  expect(row.wire.lifecycleState).toBe('DELETED')
})

test('what is going on or gone cannot be changed, moved, validated or removed', () => {
  const { call, named, home } = assignments()
  const { id } = named('exaprd-fra-01')
  const input = { operatorControlAssignmentId: id }
  call('administrator', 'deleteOperatorControlAssignment', input)
  expect(() => call('administrator', 'deleteOperatorControlAssignment', input)).toThrow(conflict)
  expect(() =>
    call('administrator', 'updateOperatorControlAssignment', { ...input, body: { isEnforcedAlways: true } }),
  ).toThrow(conflict)
  expect(() => call('administrator', 'validateOperatorAssignment', { ...input, body: {} })).toThrow(conflict)
  expect(() =>
    call('administrator', 'changeOperatorControlAssignmentCompartment', { ...input, body: { compartmentId: home } }),
  ).toThrow(conflict)
})

test('an assignment moves to another compartment at once', () => {
  const { call, named, world } = assignments()
  const lab = compartmentId(world, 'sandbox-lab')
  const { id } = named('exaprd-fra-01')
  call('administrator', 'changeOperatorControlAssignmentCompartment', {
    operatorControlAssignmentId: id,
    body: { compartmentId: lab },
  })
  const { items } = call('console', 'listOperatorControlAssignments', { compartmentId: lab })
  expect(items.map((item) => [item.id, item.compartmentId])).toEqual([[id, lab]])
})

test('assignments are listed by control, resource, type and state', () => {
  const { call, world } = assignments()
  const list = (more: object) =>
    call('console', 'listOperatorControlAssignments', {
      compartmentId: compartmentId(world, 'exadata-staging'),
      sortBy: 'displayName',
      ...more,
    }).items.map(({ resourceName }) => resourceName)
  expect(list({})).toEqual(['avmstg-fra-01', 'exastg-fra-01', 'exastg-fra-02', 'exastg-fra-03'])
  expect(list({ operatorControlName: 'fra-autonomous-staging' })).toEqual(['avmstg-fra-01'])
  expect(list({ resourceName: 'exastg-fra-02' })).toEqual(['exastg-fra-02'])
  expect(list({ resourceType: 'AUTONOMOUSVMCLUSTER' })).toEqual(['avmstg-fra-01'])
  expect(list({ lifecycleState: 'APPLYFAILED' })).toEqual(['exastg-fra-02'])
})
