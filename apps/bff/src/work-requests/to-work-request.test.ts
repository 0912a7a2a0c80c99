import { expect, test } from 'vitest'
import { endedAtMs, hasEnded, isMoving } from './to-work-request.ts'

const finishedAt = '2026-11-22T10:00:00.000Z'

test('work has ended when OCI says when, or in a state that leads nowhere', () => {
  expect(hasEnded({ state: 'FAILED', finishedAt })).toBe(true)
  expect(hasEnded({ state: 'CANCELED', finishedAt: null })).toBe(true)
  expect(hasEnded({ state: 'A_STATE_OF_TOMORROW', finishedAt })).toBe(true)
  expect(hasEnded({ state: 'CANCELING', finishedAt: null })).toBe(false)
  expect(hasEnded({ state: 'NEEDS_ATTENTION', finishedAt: null })).toBe(false)
})

test('what needs attention has not ended, and does not move by itself either', () => {
  expect(isMoving({ state: 'NEEDS_ATTENTION', finishedAt: null })).toBe(false)
  expect(isMoving({ state: 'WAITING', finishedAt: null })).toBe(true)
  expect(isMoving({ state: 'SUCCEEDED', finishedAt })).toBe(false)
})

test('an end without a time is as if it were now', () => {
  expect(endedAtMs({ state: 'SUCCEEDED', finishedAt })).toBe(Date.parse(finishedAt))
  expect(endedAtMs({ state: 'IN_PROGRESS', finishedAt: null })).toBeNull()
  expect(endedAtMs({ state: 'CANCELED', finishedAt: null })).toBeGreaterThan(Date.now() - 1_000)
})
