import { listConnections } from '@gatehouse/contract'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStack, type Stack } from '../testing/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.close())

test('the sandbox is two connections, each with its compartments', async () => {
  const reply = await (await stack.signIn('viewer')).get('/api/connections')
  expect(Value.Errors(listConnections.schema.response[200], reply.json())).toEqual([])
  const { items } = reply.json()
  expect(items).toMatchObject([
    {
      id: 'frankfurt',
      name: 'Frankfurt',
      region: 'eu-frankfurt-1',
      tenancy: { name: 'gatehouse-demo' },
      problem: null,
    },
    { id: 'ashburn', name: 'Ashburn', region: 'us-ashburn-1', problem: null },
  ])
  expect(items[0].compartments.length).toBeGreaterThan(6)
})

test('a connection whose compartments cannot be read is there all the same, and says why', async () => {
  await using other = await startStack()
  await other.sandbox.control.faults.set({
    operation: 'identity.listCompartments',
    status: 401,
    code: 'NotAuthenticated',
  })
  const { items } = (await (await other.signIn('viewer')).get('/api/connections')).json()
  expect(items).toHaveLength(2)
  expect(items[0]).toMatchObject({ id: 'frankfurt', compartments: [], problem: expect.stringContaining('signature') })
})
