import { expect, test } from 'vitest'
import { asksLaterStart, beginsMs, endsMs, fromLocalField, toLocalField } from './access-window.ts'
import { accessRequest, extensionRequested, now, openAccess } from './testing.ts'

const at = (time: string) => Date.parse(time)

test('without a start access begins now, and a start in the past is no start', () => {
  expect(beginsMs({ startsAt: null }, null, now)).toBe(now)
  expect(beginsMs({ startsAt: '2026-11-22T08:00:00Z' }, null, now)).toBe(now)
  expect(asksLaterStart({ startsAt: '2026-11-22T08:00:00Z' }, now)).toBe(false)
})

test('what waits would end its hours after it began', () => {
  expect(endsMs(accessRequest(), null, now)).toBe(at('2026-11-22T14:00:00Z'))
  expect(endsMs(accessRequest({ durationHours: null }), null, now)).toBeNull()
})

test('an extension ends its hours after the present end', () => {
  expect(endsMs(extensionRequested(), null, now)).toBe(at('2026-11-22T15:00:00Z'))
  expect(endsMs(extensionRequested({ accessEndsAt: null }), null, now)).toBeNull()
})

test('open access ends when it was told to', () => {
  expect(endsMs(openAccess(), null, now)).toBe(at('2026-11-22T13:00:00Z'))
})

test('a field of date and time reads back as the moment that was put in, and an empty one as none', () => {
  expect(fromLocalField(toLocalField(now))).toBe('2026-11-22T10:00:00.000Z')
  expect(fromLocalField('')).toBeNull()
})
