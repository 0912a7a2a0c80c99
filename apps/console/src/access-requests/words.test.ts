import { expect, test } from 'vitest'
import { actionsInShort, auditTypeName, hoursInWords, listInWords, resourceTypeName } from './words.ts'

test('many actions are named by the first two and counted', () => {
  expect(actionsInShort([])).toBe('No actions listed')
  expect(actionsInShort(['A'])).toBe('A')
  expect(actionsInShort(['A', 'B'])).toBe('A, B')
  expect(actionsInShort(['A', 'B', 'C', 'D'])).toBe('A, B and 2 more')
})

test('both services spell their audit levels, and both read the same', () => {
  expect(['COMMAND', 'COMMAND_AUDIT'].map(auditTypeName)).toEqual(['Commands', 'Commands'])
  expect(['COMMAND KEYSTROKE', 'COMMAND_KEYSTROKE_AUDIT'].map(auditTypeName)).toEqual([
    'Commands and keystrokes',
    'Commands and keystrokes',
  ])
  expect(auditTypeName('VIDEO')).toBe('Video')
})

test('a resource type that OCI added since is shown as it came', () => {
  expect(resourceTypeName('CLOUDVMCLUSTER')).toBe('Cloud VM cluster')
  expect(resourceTypeName('QUANTUMRACK')).toBe('QUANTUMRACK')
})

test('hours that OCI does not tell are said, not guessed', () => {
  expect(hoursInWords(4)).toBe('4 h')
  expect(hoursInWords(null)).toBe('an unspecified time')
})

test('lists read as sentences', () => {
  expect(listInWords(['a'])).toBe('a')
  expect(listInWords(['a', 'b', 'c'])).toBe('a, b and c')
})
