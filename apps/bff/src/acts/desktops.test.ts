import { randomUUID } from 'node:crypto'
import type { Action } from '@gatehouse/contract'
import { afterAll, afterEach, expect, test } from 'vitest'
import { becomes, callsOf, startActStack } from '../testing/acts.ts'
import { eventually } from '../testing/eventually.ts'

const stack = await startActStack({ sandbox: { paceMs: 40 } })
const { control, operator } = stack
afterAll(() => stack.close())
afterEach(async () => {
  await control.faults.clear()
  await control.calls.clear()
})

const used = new Set<string>()

/** A desktop of an active pool in Frankfurt, as the sandbox has it. */
function aDesktop() {
  const region = stack.sandbox.world.regions.get('eu-frankfurt-1')
  const row = [...(region?.desktops.values() ?? [])].find(
    ({ id, wire }) =>
      wire.lifecycleState === 'ACTIVE' &&
      !used.has(id) &&
      region?.desktopPools.get(wire.poolId).wire.lifecycleState === 'ACTIVE',
  )
  if (!row) throw new Error('The seed has no further active desktop')
  used.add(row.id)
  return {
    id: row.id,
    userName: row.wire.userName || null,
    now: () => region?.desktops.find(row.id)?.wire,
    act: (act: string, body: object, browser = operator) =>
      browser.post(`/api/desktops/frankfurt/${row.id}/${act}`, { attemptId: randomUUID(), ...body }),
  }
}

test('a desktop is renamed, and the rename is done when OCI shows it', async () => {
  const desktop = aDesktop()
  const attemptId = randomUUID()
  const reply = await desktop.act('update', { attemptId, name: ' finance-night ' })
  expect(reply.json<Action>()).toMatchObject({ act: 'updateDesktop', status: 'accepted' })
  await becomes(stack, attemptId, 'done')
  expect(desktop.now()?.displayName).toBe('finance-night')
})

test('a rename whose answer is lost is settled by reading alone: it cannot be sent a second time', async () => {
  const desktop = aDesktop()
  await control.faults.set({ operation: 'desktops.updateDesktop', break: 'cut', afterEffect: true })
  const attemptId = randomUUID()
  const reply = await desktop.act('update', { attemptId, name: 'finance-day' })
  expect(reply.json<Action>()).toMatchObject({ status: 'unknown', mayTryAgain: false })
  expect(await callsOf(stack, 'desktops.updateDesktop')).toBe(1)
  await becomes(stack, attemptId, 'done')
})

test('a desktop is deleted, and the act is done when it is gone', async () => {
  const desktop = aDesktop()
  const attemptId = randomUUID()
  const reply = await desktop.act('delete', { attemptId, userName: desktop.userName })
  expect(reply.json<Action>()).toMatchObject({ act: 'deleteDesktop', status: 'accepted' })
  await becomes(stack, attemptId, 'done')
  expect([undefined, 'DELETED']).toContain(desktop.now()?.lifecycleState)
})

test('a desktop that belongs to another user by now is not deleted', async () => {
  const desktop = aDesktop()
  const reply = await desktop.act('delete', { userName: 'a.former.user' })
  expect(reply.statusCode).toBe(412)
  expect(reply.json().detail).toMatch(/belongs to .+ by now, not to a\.former\.user/)
  expect(await callsOf(stack, 'desktops.deleteDesktop')).toBe(0)
})

test('renaming and deleting need more than the permission to read', async () => {
  const desktop = aDesktop()
  const viewer = await stack.signIn('viewer')
  expect((await desktop.act('update', { name: 'x' }, viewer)).statusCode).toBe(403)
  expect((await desktop.act('delete', { userName: desktop.userName }, viewer)).statusCode).toBe(403)
})

test('a work request is cancelled, and the act is done when OCI says so', async () => {
  const { id } = await control.createWorkRequest({ service: 'desktops' })
  const attemptId = randomUUID()
  const path = `/api/work-requests/frankfurt/desktops/${id}/cancel`
  expect((await operator.post(path, { attemptId })).json<Action>()).toMatchObject({ status: 'accepted' })
  await becomes(stack, attemptId, 'done')

  const again = await operator.post(path, { attemptId: randomUUID() })
  expect(again.statusCode).toBe(409)
  expect(again.json()).toMatchObject({ detail: expect.stringContaining('is CANCELED') as string })
})

test('a work request that ends before it can be cancelled fails the act', async () => {
  const { id } = await control.createWorkRequest({ service: 'desktops' })
  await control.faults.set({ operation: 'desktops.cancelWorkRequest', break: 'cut' })
  const attemptId = randomUUID()
  await operator.post(`/api/work-requests/frankfurt/desktops/${id}/cancel`, { attemptId })
  await control.finishWorkRequest(id, 'SUCCEEDED')
  expect(await becomes(stack, attemptId, 'failed')).toMatchObject({
    problem: 'The work request succeeded before it could be cancelled.',
  })
})

test('a work request of Delegate Access Control has no way to be cancelled', async () => {
  const { id } = await control.createWorkRequest({ service: 'delegate-access-control' })
  const reply = await operator.post(`/api/work-requests/frankfurt/delegate-access-control/${id}/cancel`, {
    attemptId: randomUUID(),
  })
  expect(reply.statusCode).toBe(400)
  await eventually(async () => expect(await callsOf(stack, 'desktops.cancelWorkRequest')).toBe(0))
})
