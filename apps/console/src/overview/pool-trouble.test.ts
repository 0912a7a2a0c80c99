import { expect, test } from 'vitest'
import { pool } from '../states/testing-pool.ts'
import { troubleInWords } from './pool-trouble.ts'

test('a pool says what is wrong with it, and nothing when it is healthy', () => {
  expect(troubleInWords(pool({}))).toBeNull()
  expect(troubleInWords(pool({ trouble: 'failed', state: 'FAILED' }))?.tone).toBe('bad')
  expect(troubleInWords(pool({ trouble: 'unknown-state', state: 'HIBERNATING' }))?.words).toBe(
    'Unknown state HIBERNATING.',
  )
  expect(troubleInWords(pool({ trouble: 'full' }))?.words).toContain('Full')
})
