import { expect, test } from 'vitest'
import { isRefused, newAttemptId } from './attempts.ts'

test('attempt ids are random UUIDs, each another', () => {
  const ids = Array.from({ length: 100 }, newAttemptId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(100)
})

test('only an attempt that the ledger knows was refused is made anew', () => {
  const actions = [
    { id: 'a', status: 'refused' },
    { id: 'b', status: 'unknown' },
    { id: 'c', status: 'sent' },
  ]
  expect(isRefused(actions, 'a')).toBe(true)
  expect(isRefused(actions, 'b')).toBe(false)
  expect(isRefused(actions, 'c')).toBe(false)
  expect(isRefused(actions, 'never arrived')).toBe(false)
})
