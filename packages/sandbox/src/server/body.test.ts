import type { OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { readBody } from './body.ts'
import { bodyValidator } from './schemas.ts'

const read = (id: OperationId, bytes: Buffer | string) =>
  readBody(operations[id], bodyValidator(operations[id]), Buffer.from(bytes), 'application/json')

const updatePool = (body: object) => read('desktops.updateDesktopPool', JSON.stringify(body))

test('bytes that are not UTF-8 are no body', () => {
  const bytes = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])
  expect(() => read('desktops.updateDesktopPool', bytes)).toThrow('The body is not JSON in UTF-8')
})

test('a field that is wrong deep inside is named with its whole path', () => {
  const schedule = { cronExpression: '0 0 8 ? * 2', timezone: 'Europe/Berlin' }
  expect(() => updatePool({ availabilityPolicy: { startSchedule: { ...schedule, zone: 'x' } } })).toThrow(
    'availabilityPolicy.startSchedule.zone is not a field of this request',
  )
  expect(() => updatePool({ availabilityPolicy: { startSchedule: { timezone: 'Europe/Berlin' } } })).toThrow(
    'availabilityPolicy.startSchedule.cronExpression is required',
  )
})

test('tags may have any names, and no more than OCI takes', () => {
  const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`tag ${at}`, 'x']))
  expect(updatePool({ freeformTags: tags(10) })).toEqual({ freeformTags: tags(10) })
  expect(() => updatePool({ freeformTags: tags(11) })).toThrow('freeformTags')
  expect(() => updatePool({ freeformTags: { [`x${'y'.repeat(100)}`]: 'x' } })).toThrow('freeformTags')
  expect(() => updatePool({ freeformTags: { x: 'y'.repeat(257) } })).toThrow('freeformTags')
  expect(updatePool({ definedTags: { cost: { centre: 42 } } })).toEqual({ definedTags: { cost: { centre: 42 } } })
})

test('fields that are null count as left out, at any depth', () => {
  const body = { description: null, availabilityPolicy: { startSchedule: null } }
  expect(updatePool(body)).toEqual({ availabilityPolicy: {} })
})

test('what a thing keeps for good is refused with a sentence that says so', () => {
  expect(() => updatePool({ shapeName: 'VM.Standard.E5.Flex' })).toThrow('shapeName cannot be changed after creation')
})

test('an OCID is told from other text by the name of its field', () => {
  const create = (more: object) => read('operator-access-control.createOperatorControl', JSON.stringify(more))
  const control = {
    operatorControlName: 'control',
    approverGroupsList: [],
    isFullyPreApproved: true,
    resourceType: 'EXACC',
    compartmentId: 'ocid1.compartment.oc1..a',
  }
  expect(() => create({ ...control, notificationTopicId: 'topic' })).toThrow('notificationTopicId is not an OCID')
  expect(create({ ...control, description: 'topic' })).toMatchObject({ description: 'topic' })
})

test('moments are written as OCI does, whatever zone they came in', () => {
  expect(updatePool({ timeStartScheduled: '2026-11-22T12:00:00+02:00' })).toEqual({
    timeStartScheduled: '2026-11-22T10:00:00.000Z',
  })
  const tags = { timeOfDay: '2026-11-22T12:00:00+02:00' }
  expect(updatePool({ freeformTags: tags })).toEqual({ freeformTags: tags })
})

test('a body that is nested out of all reason is refused', () => {
  const nested = (levels: number) => `{"definedTags":{"a":${'{"b":'.repeat(levels)}1${'}'.repeat(levels)}}}`
  expect(updatePool(JSON.parse(nested(10)) as object)).toBeDefined()
  expect(() => read('desktops.updateDesktopPool', nested(100_000))).toThrow(/nested|not JSON/)
})
