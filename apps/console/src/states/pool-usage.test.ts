import { expect, test } from 'vitest'
import { consequence, cutOffTotals, cutOffWords, freeSeats, usageParts } from './pool-usage.ts'

const usage = { desktops: 40, connected: 12, disconnected: 3, standby: 2, stopped: 23 }

test('the parts of the bar are all desktops, and the rest of it is free', () => {
  const parts = usageParts({ usage })
  expect(parts.map(({ label, value }) => `${value} ${label}`)).toEqual([
    '12 connected',
    '3 disconnected',
    '2 standby',
    '23 not running',
  ])
  expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(usage.desktops)
  expect(freeSeats({ usage, maximumSize: 50 })).toBe(10)
})

test('a pool that was made smaller than it is has no free seats', () => {
  expect(freeSeats({ usage, maximumSize: 30 })).toBe(0)
})

test('while the desktops could not be read nothing is claimed', () => {
  expect(usageParts({ usage: null })).toEqual([])
  expect(freeSeats({ usage: null, maximumSize: 50 })).toBeNull()
})

test('several pools are added up, and one that could not be read counts nothing', () => {
  const total = cutOffTotals([usage, null, usage])
  expect(total).toEqual({ connected: 24, disconnected: 6, standby: 4 })
  expect(cutOffWords(total)).toBe('24 connected, 6 disconnected, 4 standby')
})

test('what a stop does to people is said in numbers', () => {
  expect(consequence({ connected: 1, disconnected: 0, standby: 2 }, 1)).toEqual({
    title: '1 user will be disconnected immediately',
    text: 'No one can connect until it is started again.',
  })
  expect(consequence({ connected: 24, disconnected: 6, standby: 4 }, 2)).toEqual({
    title: '24 users will be disconnected immediately',
    text: '6 disconnected users cannot return to an open session. No one can connect until they are started again.',
  })
  expect(consequence({ connected: 0, disconnected: 0, standby: 9 }, 3)).toEqual({
    title: 'No one is connected',
    text: 'No one can connect until they are started again.',
  })
})
