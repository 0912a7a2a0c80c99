import { expect, test } from 'vitest'
import { duration, relativeTime, urgency, utcTime } from './times.ts'

const now = Date.UTC(2026, 10, 22, 10, 0, 0)
const minute = 60_000
const hour = 60 * minute

test.for([
  [2000, 'just now'],
  [-2000, 'just now'],
  [-12_000, '12 s ago'],
  [-4 * minute, '4 min ago'],
  [-59.9 * minute, '59 min ago'],
  [3 * hour, 'in 3 h'],
  [-47 * hour, '47 h ago'],
  [-72 * hour, '3 d ago'],
] as const)('%d ms from here reads "%s"', ([difference, words]) => {
  expect(relativeTime(now + difference, now)).toBe(words)
})

test.for([
  [0, '0 s'],
  [-5000, '0 s'],
  [45_000, '45 s'],
  [12 * minute, '12 min'],
  [4 * hour + 12 * minute, '4 h 12 min'],
  [2 * hour, '2 h'],
  [76 * hour, '3 d 4 h'],
] as const)('%d ms last "%s"', ([ms, words]) => {
  expect(duration(ms)).toBe(words)
})

test('UTC is named', () => {
  expect(utcTime(now)).toBe('Sun, 22 Nov 2026, 10:00:00 UTC')
})

test('time left warns in the last quarter of its window and alarms in the last tenth', () => {
  expect(urgency(3 * hour, 10 * hour)).toBe('plain')
  expect(urgency(2 * hour, 10 * hour)).toBe('warn')
  expect(urgency(1 * hour, 10 * hour)).toBe('bad')
})

test('without a window two hours warn and half an hour alarms', () => {
  expect(urgency(3 * hour, null)).toBe('plain')
  expect(urgency(1 * hour, null)).toBe('warn')
  expect(urgency(10 * minute, null)).toBe('bad')
})
