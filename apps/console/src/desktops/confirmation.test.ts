import { expect, test } from 'vitest'
import { sentenceToTick } from './confirmation.ts'
import { desktop } from './testing.ts'

test('cutting the power always asks again', () => {
  expect(sentenceToTick('power-off', [desktop()])).toBe('I understand that unsaved work on this desktop will be lost.')
})

test('a delete asks again when a user is connected, or for several desktops', () => {
  expect(sentenceToTick('delete', [desktop()])).toBeUndefined()
  expect(sentenceToTick('delete', [desktop({ isConnected: true })])).toBe(
    'I understand that this desktop cannot be restored.',
  )
  expect(sentenceToTick('delete', [desktop(), desktop({ id: 'b' })])).toBe(
    'I understand that these 2 desktops cannot be restored.',
  )
})

test('what can be undone does not ask again', () => {
  expect(sentenceToTick('shut-down', [desktop({ isConnected: true })])).toBeUndefined()
  expect(sentenceToTick('rename', [desktop()])).toBeUndefined()
})
