import { expect, test } from 'vitest'
import { compartmentId } from '../../world/seed/tenancy.ts'
import { trial } from './trial.ts'

function catalogue() {
  const { call, world } = trial()
  const list = (more: Partial<Parameters<typeof call<'listOperatorActions'>>[2]> = {}) =>
    call('console', 'listOperatorActions', { compartmentId: compartmentId(world, 'exadata-staging'), ...more }).items
  return { call, list, world }
}

test('the catalogue has actions for every type of resource, each with layer and risk', () => {
  const { list, call } = catalogue()
  const items = list()
  expect(new Set(items.map(({ resourceType }) => resourceType)).size).toBe(6)
  expect(new Set(items.map(({ name }) => name)).size).toBe(items.length)
  for (const { id, component, description } of items) {
    expect(component).toMatch(/^(DOM0|CELLSERVER|CPS|GUESTVM)$/)
    expect(description).toMatch(/Risk: (low|medium|high|critical)\./)
    const whole = call('console', 'getOperatorAction', { operatorActionId: id })
    expect(whole.properties?.map(({ name }) => name)).toEqual(['category', 'risk', 'sshAccess', 'rootPrivilege'])
  }
})

test('the catalogue is filtered by name, resource type and state', () => {
  const { list } = catalogue()
  expect(list({ name: 'INFRA_FULL' }).map(({ resourceType }) => resourceType)).toEqual(['EXADATAINFRASTRUCTURE'])
  expect(
    list({ resourceType: 'AUTONOMOUSVMCLUSTER' })
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['AVM_DIAG', 'AVM_FULL', 'AVM_SERVICE_MGMT', 'AVM_UPDATE_RESTART'])
  expect(
    list({ lifecycleState: 'INACTIVE' })
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['CCC_HYPERVISOR', 'EXACC_UPDATE_RESTART'])
})

test('the catalogue is sorted by name when asked', () => {
  const { list } = catalogue()
  const names = list({ sortBy: 'displayName' }).map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
})

test('the catalogue is the same in every compartment', () => {
  const { list, world } = catalogue()
  const elsewhere = compartmentId(world, 'sandbox-lab')
  expect(list({ compartmentId: elsewhere })).toEqual(list().map((item) => ({ ...item, compartmentId: elsewhere })))
})
