import { expect, test } from 'vitest'
import { countOutcomes } from './count-outcomes.ts'

test('outcomes are counted by their word, the worst first', () => {
  expect(countOutcomes(['accepted', 'failed', 'accepted', 'unknown', 'waiting'])).toBe(
    '1 failed, 1 unknown, 2 accepted, 1 waiting',
  )
  expect(countOutcomes(['done', 'done'])).toBe('2 done')
})
