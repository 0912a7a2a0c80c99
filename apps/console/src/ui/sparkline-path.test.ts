import { expect, test } from 'vitest'
import { sparklinePath } from './sparkline-path.ts'

test('a line runs over the whole width, the greatest value highest', () => {
  expect(sparklinePath([0, 10, 5]).line).toBe('M0 26L50 2L100 14')
})

test('the area closes at the foot', () => {
  expect(sparklinePath([0, 10]).area).toBe('M0 26L100 2L100 28L0 28Z')
})

test('nothing but zeros lies at the foot, and one point is no line', () => {
  expect(sparklinePath([0, 0]).line).toBe('M0 26L100 26')
  expect(sparklinePath([3])).toEqual({ line: '', area: '' })
})
