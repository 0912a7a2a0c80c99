import { expect, test } from 'vitest'
import { nextTime } from '../schedule.ts'
import { officeHours, wasOpened } from './office-hours.ts'

const sunday = Date.parse('2026-11-22T00:00:00Z')
const hourMs = 3_600_000

test('at every hour of a week there are hours by which a pool is open, and hours by which it is closed', () => {
  for (let hour = 0; hour < 7 * 24; hour++) {
    const nowMs = sunday + (hour + 0.4) * hourMs
    for (const isOpen of [true, false]) {
      const hours = officeHours(isOpen, nowMs, hour)
      expect(wasOpened(hours, nowMs)).toBe(isOpen)
      const nextMs = nextTime(isOpen ? hours.stopSchedule : hours.startSchedule, nowMs) ?? 0
      expect(nextMs - nowMs).toBeGreaterThan(0.7 * hourMs)
    }
  }
})
