import type { OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import { expect, test } from 'vitest'
import { whyUnknown } from './unknown-fields.ts'

const settledWhenMade: [OperationId, string[]][] = [
  [
    'desktops.updateDesktopPool',
    [
      'shapeName',
      'shapeConfig',
      'isStorageEnabled',
      'storageSizeInGBs',
      'storageBackupPolicyId',
      'availabilityDomain',
      'arePrivilegedUsers',
      'useDedicatedVmHost',
      'nsgIds',
      'networkConfiguration.subnetId',
      'privateAccessDetails.privateIp',
      'image.imageName',
    ],
  ],
  ['operator-access-control.updateOperatorControl', ['resourceType']],
  ['operator-access-control.updateOperatorControlAssignment', ['operatorControlId', 'resourceId', 'resourceName']],
  ['delegate-access-control.updateDelegationControl', ['resourceType', 'vaultId', 'vaultKeyId']],
  ['delegate-access-control.updateDelegationSubscription', ['serviceProviderId', 'subscribedServiceType']],
]

test.each(settledWhenMade.flatMap(([id, fields]) => fields.map((field) => [id, field] as const)))(
  'in %s, %s cannot change after creation',
  (id, field) => {
    const path = field.split('.')
    const name = path.pop() ?? ''
    expect(whyUnknown(operations[id], path, name)).toBe(`${field} cannot be changed after creation`)
  },
)

test.each([
  ['desktops.updateDesktopPool', 'changeDesktopPoolCompartment'],
  ['operator-access-control.updateOperatorControl', 'changeOperatorControlCompartment'],
  ['operator-access-control.updateOperatorControlAssignment', 'changeOperatorControlAssignmentCompartment'],
  ['delegate-access-control.updateDelegationControl', 'changeDelegationControlCompartment'],
  ['delegate-access-control.updateDelegationSubscription', 'changeDelegationSubscriptionCompartment'],
] as const)('in %s, whoever wants to move the thing is told to use %s', (id, mover) => {
  expect(whyUnknown(operations[id], [], 'compartmentId')).toBe(
    `compartmentId cannot be changed by an update, only by ${mover}`,
  )
})

test('what the service writes is said to be so, and what nobody knows to be unknown', () => {
  const desktop = operations['desktops.updateDesktop']
  expect(whyUnknown(desktop, [], 'userName')).toBe('userName is written by the service and cannot be changed')
  expect(whyUnknown(desktop, [], 'colour')).toBe('colour is not a field of this request')
  expect(whyUnknown(operations['desktops.createDesktopPool'], [], 'id')).toBe('id is not a field of this request')
})
