import type { Action } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { actOnEach, type Outcome } from './act-on-each.ts'

const action = (id: string): Action => ({
  id,
  sequence: 1,
  act: 'stopDesktopPool',
  status: 'confirmed',
  at: '2026-11-22T10:00:00Z',
  by: { id: '1', name: 'operator', role: 'operator' },
  connectionId: 'frankfurt',
  subject: { service: 'desktops', id, name: id },
  comment: null,
  signedAs: null,
  completedAt: '2026-11-22T10:00:01Z',
  workRequestId: null,
  opcRequestId: null,
  problem: null,
  hash: '',
})

test('of many acts at most four are under way at once, and each gets its turn', async () => {
  let underWay = 0
  let most = 0
  const done: string[] = []
  const items = Array.from({ length: 23 }, (_, index) => String(index))
  await actOnEach(
    items,
    async (item) => {
      most = Math.max(most, ++underWay)
      await new Promise((resolve) => setTimeout(resolve, 1))
      underWay--
      return action(item)
    },
    (item, { step }) => {
      if (step === 'done') done.push(item)
    },
  )
  expect(most).toBe(4)
  expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(items)
})

test('one that fails says why, and the others go on', async () => {
  const outcomes = new Map<string, Outcome[]>()
  const refusal = new Error('no')
  await actOnEach(
    ['a', 'b', 'c', 'd', 'e'],
    async (item) => {
      if (item === 'b') throw refusal
      return action(item)
    },
    (item, outcome) => outcomes.set(item, [...(outcomes.get(item) ?? []), outcome]),
  )
  expect(outcomes.get('b')).toEqual([{ step: 'waiting' }, { step: 'sent' }, { step: 'failed', error: refusal }])
  expect(outcomes.get('e')?.map(({ step }) => step)).toEqual(['waiting', 'sent', 'done'])
})

test('nothing to act on is done at once', async () => {
  await expect(
    actOnEach(
      [],
      () => Promise.reject(new Error('never asked')),
      () => {},
    ),
  ).resolves.toBeUndefined()
})
