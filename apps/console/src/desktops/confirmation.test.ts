import { expect, test } from 'vitest'
import { sentenceToTick } from './confirmation.ts'
import { desktop } from './testing.ts'

test('cutting the power always asks again', () => {
  expect(sentenceToTick('power-off', [desktop()])).toBe('I know that unsaved work on this desktop is lost.')
})

test('a delete asks again when a user is connected, or for several desktops', () => {
  expect(sentenceToTick('delete', [desktop()])).toBeUndefined()
  expect(sentenceToTick('delete', [desktop({ isConnected: true })])).toBe(
    'I know that this desktop cannot be brought back.',
  )
  expect(sentenceToTick('delete', [desktop(), desktop({ id: 'b' })])).toBe(
    'I know that these 2 desktops cannot be brought back.',
  )
})

test('what can be undone does not ask again', () => {
  expect(sentenceToTick('shut-down', [desktop({ isConnected: true })])).toBeUndefined()
  expect(sentenceToTick('rename', [desktop()])).toBeUndefined()
})
