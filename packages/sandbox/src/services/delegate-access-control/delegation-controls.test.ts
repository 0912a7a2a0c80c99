import { expect, test } from 'vitest'
import { delegateWorld } from './testing.ts'

const { call, control } = delegateWorld()
const compartmentId = control('production-databases').compartmentId

const names = (filters: object) =>
  call('listDelegationControls', { compartmentId, sortBy: 'displayName', ...filters }).items.map(
    (item) => item.displayName,
  )

test('the list filters by name, kind of resource, resource and state', () => {
  const { resourceIds } = control('production-databases').wire
  expect(names({})).toEqual(['production-cloud-databases', 'production-databases'])
  expect(names({ displayName: 'production-databases' })).toEqual(['production-databases'])
  expect(names({ resourceType: 'CLOUDVMCLUSTER' })).toEqual(['production-cloud-databases'])
  expect(names({ resourceId: resourceIds?.[1] })).toEqual(['production-databases'])
  expect(names({ lifecycleState: 'DELETED' })).toEqual([])
  expect(names({ sortOrder: 'DESC' })).toEqual(['production-databases', 'production-cloud-databases'])
})

test('by default the newest control comes first', () => {
  const { items } = call('listDelegationControls', { compartmentId })
  expect(items.map((item) => item.displayName)).toEqual(['production-cloud-databases', 'production-databases'])
})

test('a control that needs attention shows which resource it could not be applied to', () => {
  const { items } = call(
    'listDelegationControlResources',
    { delegationControlId: control('ashburn-exascale-trial').id },
    { region: 'us-ashburn-1' },
  )
  expect(new Set(items.map(({ resourceStatus }) => resourceStatus))).toEqual(new Set(['APPLIED', 'APPLY_FAILED']))
})
