import { expect, test } from 'vitest'
import { pool } from '../states/testing-pool.ts'
import { totalUsage } from './total-usage.ts'

test('the desktops of all pools add up to all there can be', () => {
  const { parts, free, total } = totalUsage([pool({}), pool({ maximumSize: 40 })])
  expect(parts.map(({ label, value }) => `${value} ${label}`)).toEqual([
    '24 connected',
    '6 disconnected',
    '4 standby',
    '46 not running',
  ])
  expect({ free, total }).toEqual({ free: 10, total: 90 })
})

test('a pool whose desktops could not be read counts nowhere', () => {
  expect(totalUsage([pool({ usage: null })])).toEqual({ parts: [], free: 0, total: 0 })
})
