import { desktopNameMaxLength as maxLengthOfContract } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { desktopNameMaxLength, nameBlocked } from './desktop-name.ts'

test('the longest name is that of the contract', () => {
  expect(desktopNameMaxLength).toBe(maxLengthOfContract)
})

test('a name has to be another one, and more than blanks', () => {
  expect(nameBlocked('lab-7', 'lab-1')).toBeUndefined()
  expect(nameBlocked('lab-1 ', 'lab-1')).toBe('The desktop already has this name.')
  expect(nameBlocked('  ', 'lab-1')).toBe('Enter a name.')
  expect(nameBlocked('', 'lab-1')).toBeUndefined()
})
