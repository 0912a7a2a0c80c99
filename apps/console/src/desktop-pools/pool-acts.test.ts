import type { SignedInUser } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { allBlocked, apart } from './pool-acts.ts'

const operator: SignedInUser = {
  id: '1',
  name: 'operator',
  role: 'operator',
  permissions: ['desktop-pools:operate'],
  signers: [],
}
const pools = ['ACTIVE', 'INACTIVE', 'UPDATING', 'ACTIVE'].map((state, index) => ({ id: String(index), state }))

test('those that cannot be stopped are left out, each with its reason', () => {
  const { possible, leftOut } = apart(pools, 'stop', operator)
  expect(possible.map(({ id }) => id)).toEqual(['0', '3'])
  expect(leftOut.map(({ pool, reason }) => [pool.id, reason])).toEqual([
    ['1', 'The pool is stopped already.'],
    ['2', 'OCI is changing the pool; it can be stopped when that is done.'],
  ])
})

test('an act is offered while it can be done to one of them', () => {
  expect(allBlocked(pools, 'stop', operator)).toBeUndefined()
  expect(allBlocked(pools, 'start', operator)).toBeUndefined()
})

test('where it can be done to none, the one reason is said, or that there are several', () => {
  expect(allBlocked([{ state: 'INACTIVE' }, { state: 'INACTIVE' }], 'stop', operator)).toBe(
    'The pool is stopped already.',
  )
  expect(allBlocked([{ state: 'INACTIVE' }, { state: 'FAILED' }], 'stop', operator)).toBe(
    'None of them can be stopped: only active pools can.',
  )
  expect(allBlocked([{ state: 'ACTIVE' }, { state: 'FAILED' }], 'start', operator)).toBe(
    'None of them can be started: only inactive pools can.',
  )
})
