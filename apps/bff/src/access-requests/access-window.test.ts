import type { AccessHistoryEntry } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { accessWindow } from './access-window.ts'
import { phaseOf } from './phases.ts'

/** Told oldest first, as `[state, hour]` or `[state, hour, durationHours]`. */
const history = (...entries: [state: string, hour: number, durationHours?: number][]): AccessHistoryEntry[] =>
  entries
    .map(([state, hour, durationHours = null]) => ({
      state,
      phase: phaseOf('operator-access-control', state),
      at: at(hour),
      userId: null,
      userName: null,
      description: null,
      durationHours,
      isAutoApproved: false,
      actions: [],
    }))
    .toReversed()

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour)).toISOString()
const granted = { durationHours: 4, extensionHours: null }

test('access begins when the operator is let in and ends when the hours are over', () => {
  const told = history(['CREATED', 8], ['APPROVED', 9], ['DEPLOYED', 10])
  expect(accessWindow({ ...granted, phase: 'open', history: told })).toEqual({
    accessBeganAt: at(10),
    accessEndsAt: at(14),
  })
})

test('access that never began has neither', () => {
  const told = history(['CREATED', 8], ['REJECTED', 9])
  expect(accessWindow({ ...granted, phase: 'ended', history: told })).toEqual({
    accessBeganAt: null,
    accessEndsAt: null,
  })
})

test('an extension that was granted moves the end, one that is asked for or refused does not', () => {
  const extended = history(['DEPLOYED', 10], ['EXTENDING', 11], ['EXTENDED', 12])
  expect(accessWindow({ durationHours: 4, extensionHours: 2, phase: 'open', history: extended }).accessEndsAt).toBe(
    at(16),
  )
  const asked = history(['DEPLOYED', 10], ['EXTENDING', 11])
  expect(
    accessWindow({ durationHours: 4, extensionHours: 2, phase: 'extension-waiting', history: asked }).accessEndsAt,
  ).toBe(at(14))
  const refused = history(['DEPLOYED', 10], ['EXTENDING', 11], ['EXTENSIONREJECTED', 12])
  expect(accessWindow({ durationHours: 4, extensionHours: 2, phase: 'open', history: refused }).accessEndsAt).toBe(
    at(14),
  )
})

test('earlier extensions count with the hours that the history tells', () => {
  const told = history(['DEPLOYED', 10], ['EXTENDED', 11, 3], ['EXTENDING', 12])
  expect(
    accessWindow({ durationHours: 4, extensionHours: 8, phase: 'extension-waiting', history: told }).accessEndsAt,
  ).toBe(at(17))
})

test('access that was closed before its time ended when it was closed', () => {
  const told = history(['DEPLOYED', 10], ['REVOKING', 11], ['REVOKED', 12])
  expect(accessWindow({ ...granted, phase: 'ended', history: told }).accessEndsAt).toBe(at(12))
})

test('while it is being closed, and where closing failed, the granted end stands', () => {
  const closing = history(['DEPLOYED', 10], ['REVOKING', 11])
  expect(accessWindow({ ...granted, phase: 'in-transit', history: closing }).accessEndsAt).toBe(at(14))
  const failed = history(['DEPLOYED', 10], ['REVOKING', 11], ['REVOKEFAILED', 12])
  expect(accessWindow({ ...granted, phase: 'may-be-open', history: failed }).accessEndsAt).toBe(at(14))
})
