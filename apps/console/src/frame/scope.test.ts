import type { Connection } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { isInScope, readScope, scopeName, writeScope, type Scope } from './scope.ts'

const platform = { id: 'ocid1.compartment.oc1..platform', name: 'platform', path: 'platform' }
const exadata = { id: 'ocid1.compartment.oc1..exadata', name: 'exadata', path: 'platform / exadata' }
const other = { id: 'ocid1.compartment.oc1..other', name: 'platform-two', path: 'platform-two' }
const connection = (id: string, region: string): Connection => ({
  id,
  name: id,
  region,
  tenancy: { id: 'ocid1.tenancy.oc1..t', name: null },
  services: ['desktops'],
  compartments: [platform, exadata, other],
  problem: null,
})
const connections = [connection('frankfurt', 'eu-frankfurt-1'), connection('ashburn', 'us-ashburn-1')]
const inPlatform: Scope = { kind: 'compartment', connectionId: 'frankfurt', compartmentId: platform.id }

test.for<[string, Scope]>([
  ['', { kind: 'all' }],
  ['region:eu-frankfurt-1', { kind: 'region', region: 'eu-frankfurt-1' }],
  ['frankfurt', { kind: 'connection', connectionId: 'frankfurt' }],
  ['frankfurt/ocid1.compartment.oc1..platform', inPlatform],
])('the address "%s" is a scope and back', ([text, scope]) => {
  expect(readScope(text)).toEqual(scope)
  expect(writeScope(scope)).toBe(text)
})

test('a compartment holds what lies below it, but not its namesakes', () => {
  const lies = (connectionId: string, compartment: typeof platform) =>
    isInScope(inPlatform, connections, { connectionId, compartment })
  expect(lies('frankfurt', platform)).toBe(true)
  expect(lies('frankfurt', exadata)).toBe(true)
  expect(lies('frankfurt', other)).toBe(false)
  expect(lies('ashburn', platform)).toBe(false)
})

test('a region holds all connections in it', () => {
  const scope: Scope = { kind: 'region', region: 'us-ashburn-1' }
  expect(isInScope(scope, connections, { connectionId: 'ashburn' })).toBe(true)
  expect(isInScope(scope, connections, { connectionId: 'frankfurt' })).toBe(false)
})

test('a scope is named, also one that is not known here', () => {
  expect(scopeName({ kind: 'all' }, connections)).toBe('Everywhere')
  expect(scopeName({ kind: 'compartment', connectionId: 'frankfurt', compartmentId: exadata.id }, connections)).toBe(
    'frankfurt / platform / exadata',
  )
  expect(scopeName({ kind: 'connection', connectionId: 'gone' }, connections)).toBe('gone')
})
