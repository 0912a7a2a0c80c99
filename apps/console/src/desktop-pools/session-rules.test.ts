import { expect, test } from 'vitest'
import { sessionRules } from './session-rules.ts'

test('rules are said with their grace period', () => {
  expect(
    sessionRules({
      inactivity: { action: 'DISCONNECT', gracePeriodMinutes: 90 },
      disconnect: { action: 'STOP', gracePeriodMinutes: 60 },
    }),
  ).toEqual([
    '1 h 30 min after a user becomes inactive, they are disconnected.',
    '1 h after a user disconnects, their desktop is stopped.',
  ])
})

test('that nothing on a desktop stays is said', () => {
  const [, left] = sessionRules({ inactivity: null, disconnect: { action: 'DELETE', gracePeriodMinutes: 0 } })
  expect(left).toBe('As soon as a user disconnects, their desktop is deleted with everything on it.')
})

test('no rule, and a rule that does nothing, are the same', () => {
  const words = ['Inactive users stay connected.', 'Desktops keep running after users disconnect.']
  expect(sessionRules({ inactivity: null, disconnect: null })).toEqual(words)
  const none = { action: 'NONE', gracePeriodMinutes: null }
  expect(sessionRules({ inactivity: none, disconnect: none })).toEqual(words)
})

test("a rule without a time has OCI's own, and an unknown action is named as it came", () => {
  const [, left] = sessionRules({ inactivity: null, disconnect: { action: 'HIBERNATE', gracePeriodMinutes: null } })
  expect(left).toBe('Some time after a user disconnects, OCI applies HIBERNATE (OCI default).')
})
