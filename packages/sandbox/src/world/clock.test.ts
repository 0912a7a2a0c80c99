import { expect, onTestFinished, test } from 'vitest'
import { createClock } from './clock.ts'

function clockForTest(onError?: (error: unknown) => void) {
  const clock = createClock<() => void>({ run: (act) => act(), onError })
  onTestFinished(() => clock.stop())
  return clock
}

test('what is due happens in the order of its time, each at its own moment', () => {
  const clock = clockForTest()
  const began = clock.ms()
  const happened: [string, number][] = []
  const note = (name: string) => () => void happened.push([name, Math.round((clock.ms() - began) / 1000)])
  clock.after(3000, note('third'))
  clock.after(1000, () => {
    note('first')()
    clock.after(1000, note('second'))
  })
  clock.after(9000, note('too late'))
  clock.advance(5000)
  expect(happened).toEqual([
    ['first', 1],
    ['second', 2],
    ['third', 3],
  ])
})

test('what is called off does not happen', () => {
  const clock = clockForTest()
  let happened = false
  clock.callOff(clock.after(1000, () => void (happened = true)))
  clock.advance(2000)
  expect(happened).toBe(false)
})

test('one act that fails is told, and keeps neither the others nor time from going on', () => {
  const errors: unknown[] = []
  const clock = clockForTest((error) => errors.push(error))
  const began = clock.ms()
  let happened = false
  clock.after(1, () => {
    throw new Error('broken')
  })
  clock.after(2, () => void (happened = true))
  clock.advance(60_000)
  expect({ errors, happened }).toEqual({ errors: [new Error('broken')], happened: true })
  expect(clock.ms() - began).toBeGreaterThanOrEqual(60_000)
})

test('without being moved, it runs with the clock of the machine', async () => {
  const clock = clockForTest()
  await new Promise<void>((resolve) => void clock.after(20, resolve))
})

test('a clock that was stopped does nothing more', () => {
  const clock = createClock<() => void>({ run: (act) => act() })
  let happened = false
  clock.after(10, () => void (happened = true))
  clock.stop()
  clock.after(10, () => void (happened = true))
  clock.advance(1000)
  expect(happened).toBe(false)
})

test('what is due can be written down, and goes on on another clock from the same moment', () => {
  const happened: string[] = []
  const options = { run: (what: string) => void happened.push(what) }
  const first = createClock(options)
  onTestFinished(() => first.stop())
  first.after(2000, 'later')
  const number = first.after(1000, 'called off')
  first.after(1000, 'sooner')

  const second = createClock({ ...options, before: first.written() })
  onTestFinished(() => second.stop())
  second.callOff(number)
  expect(second.after(500, 'first of all')).toBeGreaterThan(number)
  second.advance(3000)
  expect(happened).toEqual(['first of all', 'sooner', 'later'])
})
