import { expect, test } from 'vitest'
import { delegateWorld } from './testing.ts'

const { world, call } = delegateWorld()
const compartmentId = world.tenancyId

const names = (filters: object) =>
  call('listServiceProviderActions', { compartmentId, sortBy: 'name', ...filters }).items.map(({ name }) => name)

test('actions are found by name, each kind of resource having its own', () => {
  const { items } = call('listServiceProviderActions', { compartmentId, name: 'DLGT_MGMT_FULL_ACCESS' })
  expect(new Set(items.map(({ resourceType }) => resourceType))).toEqual(
    new Set(['CLOUDVMCLUSTER', 'EXADBVMCLUSTER', 'VMCLUSTER']),
  )
  expect(items).toHaveLength(3)
  expect(items[0]).toMatchObject({ isSshAccessAllowed: true, component: 'GUEST_VM' })
})

test('several service types find the actions of any of them', () => {
  const updates = ['DLGT_MGMT_LOG_ACCESS', 'DLGT_MGMT_SOFTWARE_UPDATE']
  const filter = { resourceType: 'VMCLUSTER' }
  expect(names({ ...filter, serviceProviderServiceType: ['MANAGED_SOFTWARE_UPDATES'] })).toEqual(updates)
  const both = names({ ...filter, serviceProviderServiceType: ['MANAGED_SOFTWARE_UPDATES', 'ASSISTED_PATCHING'] })
  expect(both).toEqual(expect.arrayContaining([...updates, 'DLGT_MGMT_PATCH_ACCESS']))
  expect(both).not.toContain('DLGT_MGMT_DATABASE_SESSION')
})

test('an action tells its risk, and is read under the tenancy only', () => {
  const [first] = call('listServiceProviderActions', { compartmentId, lifecycleState: 'INACTIVE' }).items
  expect(first?.name).toBe('DLGT_MGMT_LEGACY_CONSOLE')
  const action = call('getServiceProviderAction', { serviceProviderActionId: first?.id ?? '' })
  expect(action.properties).toContainEqual({ name: 'RISK', value: 'HIGH' })
  const [child] = [...world.compartments.values()]
  expect(names({ compartmentId: child?.id })).toEqual([])
})

test('providers are found by what they support, under the tenancy', () => {
  const { items } = call('listServiceProviders', {
    compartmentId,
    supportedResourceType: 'EXADBVMCLUSTER',
    sortBy: 'displayName',
  })
  expect(items.map(({ name }) => name)).toEqual(['Oracle Exadata Support', 'Oracle Managed Exadata'])
  const provider = call('getServiceProvider', { serviceProviderId: items[1]?.id ?? '' })
  expect(provider.serviceTypes).toEqual(['ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'])
  expect(call('listServiceProviders', { compartmentId, name: 'Nobody' }).items).toEqual([])
})
