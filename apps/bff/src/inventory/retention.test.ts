import { afterEach, beforeEach, expect, test } from 'vitest'
import { nouns } from '../nouns.ts'
import { createLogArchive } from '../live/log-archive.ts'
import { eventually } from '../testing/eventually.ts'
import { startInventory, workRequest } from '../testing/inventory.ts'
import { removeExpired } from './retention.ts'
import { everywhere } from './scope.ts'

let started: Awaited<ReturnType<typeof startInventory>>
beforeEach(async () => {
  started = await startInventory()
})
afterEach(() => started.close())

const dayMs = 24 * 3_600_000

test('what OCI has forgotten goes with its log when its time is over, and nothing else does', async () => {
  const { inventory, listed, store } = started
  const list = async () => (await inventory.window('work-requests', {}, everywhere)).rows.map(({ id }) => id)
  listed.items = { east: [workRequest('forgotten'), workRequest('there')] }
  await list()
  const archive = createLogArchive(store)
  const keyOf = (workRequestId: string) => ({ connectionId: 'frankfurt', service: 'desktops' as const, workRequestId })
  for (const id of ['forgotten', 'there'])
    await archive.append(keyOf(id), [{ kind: 'log', at: '2026-11-22T10:00:00.000Z', code: null, text: id, ordinal: 0 }])
  listed.items = { east: [workRequest('there')] }
  await eventually(async () => {
    await list()
    const kept = await store.db.selectFrom('work_requests').select('id').where('gone_at', 'is not', null).execute()
    expect(kept).toEqual([{ id: 'forgotten' }])
  })

  const removeAfter = (days: number) =>
    removeExpired({
      db: store.db,
      nouns,
      keptMs: 10 * dayMs,
      onRemoved: () => undefined,
      nowMs: Date.now() + days * dayMs,
      signal: new AbortController().signal,
    })
  const idsInStore = async () => (await store.db.selectFrom('work_requests').select('id').execute()).map(({ id }) => id)
  expect(await removeAfter(9)).toBe(0)
  expect(await idsInStore()).toHaveLength(2)
  expect(await removeAfter(11)).toBe(1)
  expect(await idsInStore()).toEqual(['there'])
  expect(await archive.read([keyOf('forgotten')], 0)).toEqual([])
  expect(await archive.read([keyOf('there')], 0)).toHaveLength(1)
  await archive.close()
})
