import type { Connection } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { scopeOptions } from './scope-options.ts'

const connection = (id: string, region: string, paths: string[] = []): Connection => ({
  id,
  name: id,
  region,
  tenancy: { id: 't', name: null },
  services: ['desktops'],
  compartments: paths.map((path) => ({ id: `ocid1.${path}`, name: path, path })),
  problem: null,
})

test('a connection is followed by its compartments in the order of the tree', () => {
  const [, frankfurt] = scopeOptions([
    connection('frankfurt', 'eu-frankfurt-1', ['platform / exadata', 'finance', 'platform']),
  ])
  expect(frankfurt?.items.map(({ label, depth }) => [label, depth])).toEqual([
    ['frankfurt', 0],
    ['finance', 1],
    ['platform', 1],
    ['platform / exadata', 2],
  ])
})

test('a region can be chosen only where it is more than one connection', () => {
  const groups = scopeOptions([
    connection('a', 'eu-frankfurt-1'),
    connection('b', 'eu-frankfurt-1'),
    connection('c', 'us-ashburn-1'),
  ])
  expect(groups.find(({ value }) => value === 'Regions')?.items.map(({ value }) => value)).toEqual([
    'region:eu-frankfurt-1',
  ])
  expect(scopeOptions([connection('c', 'us-ashburn-1')]).some(({ value }) => value === 'Regions')).toBe(false)
})
