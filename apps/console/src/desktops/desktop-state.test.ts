import { expect, test } from 'vitest'
import { desktopName, desktopState, sessionWord } from './desktop-state.ts'

test('a state that OCI added since is shown as it came', () => {
  expect(desktopState('HIBERNATING')).toEqual({ word: 'HIBERNATING', tone: 'plain' })
})

test('a session is shown in words, and an unknown one as it came', () => {
  expect(sessionWord('disconnected')).toBe('Disconnected')
  expect(sessionWord('suspended')).toBe('suspended')
})

test('a desktop without a name is called by its user, or by the end of its id', () => {
  const id = 'ocid1.desktop.oc1.eu-frankfurt-1.aaaaaaaax7k2qa'
  expect(desktopName({ name: 'lab-demo-3', userName: 'user17', id })).toBe('lab-demo-3')
  expect(desktopName({ name: null, userName: 'user17', id })).toBe('desktop of user17')
  expect(desktopName({ name: null, userName: null, id })).toBe('desktop …x7k2qa')
})
