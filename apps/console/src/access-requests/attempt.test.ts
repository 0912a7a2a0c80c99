import { expect, test } from 'vitest'
import { mayHaveHappened } from './attempt.ts'

test.for(['unreachable', 'bad_answer', 'upstream', 'upstream_timeout', 'unavailable', 'internal'] as const)(
  'after %s a decision may have been carried out, so only the same is sent again',
  (code) => {
    expect(mayHaveHappened(code)).toBe(true)
  },
)

test.for([
  'conflict',
  'same_approver',
  'stale',
  'invalid_input',
  'forbidden',
  'not_found',
  'too_many_requests',
] as const)('after %s nothing was done, and another attempt is a new one', (code) => {
  expect(mayHaveHappened(code)).toBe(false)
})
