import { expect, test } from 'vitest'
import { tipPosition } from './place-tip.ts'

const screen = { width: 1000, height: 600 }
const size = { width: 200, height: 40 }

test('a tip stands below the middle of what it explains', () => {
  expect(tipPosition({ left: 400, top: 100, bottom: 120, width: 100 }, size, screen)).toEqual({ left: 350, top: 126 })
})

test('at the foot of the screen it stands above', () => {
  expect(tipPosition({ left: 400, top: 570, bottom: 590, width: 100 }, size, screen).top).toBe(524)
})

test('at the edges it stays on the screen', () => {
  expect(tipPosition({ left: 0, top: 100, bottom: 120, width: 20 }, size, screen).left).toBe(8)
  expect(tipPosition({ left: 980, top: 100, bottom: 120, width: 20 }, size, screen).left).toBe(792)
})
