import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { createEventSink } from './event-sink.ts'
import type { AllLiveHandlers } from './handlers.ts'

const settle = () => new Promise((settled) => setImmediate(settled))

const event = (sequence: number) => ({
  name: 'work-request-log' as const,
  data: {
    topic: 'log',
    reset: false,
    lines: [{ sequence, number: sequence, at: '', kind: 'log' as const, code: null, text: '' }],
  },
})

function sinkOf(failures: number) {
  const handled: number[] = []
  const ignore = () => undefined
  const handlers: AllLiveHandlers = {
    window: ignore,
    'access-request': ignore,
    'desktop-pool': ignore,
    'work-request': ignore,
    activity: ignore,
    'work-request-log': (_client, { lines }) => handled.push(...lines.map(({ sequence }) => sequence)),
  }
  const client = new QueryClient()
  client.setQueryData(['desktops'], [])
  let loads = 0
  const waits: (() => void)[] = []
  const sink = createEventSink({
    client,
    load: () => Promise.resolve().then(() => (++loads > failures ? handlers : Promise.reject(new Error('No network')))),
    wait: () => new Promise<void>((resolve) => waits.push(resolve)),
  })
  return { sink, handled, waits, isStale: () => client.getQueryState(['desktops'])?.isInvalidated }
}

test('events that come while the handlers load are handled afterwards, in order', async () => {
  const { sink, handled, isStale } = sinkOf(0)
  sink(event(1))
  sink(event(2))
  await settle()
  sink(event(3))
  expect(handled).toEqual([1, 2, 3])
  expect(isStale()).toBe(false)
})

test('handlers that fail to load are loaded again, and then everything on screen is read again', async () => {
  const { sink, handled, waits, isStale } = sinkOf(2)
  sink(event(1))
  await settle()
  sink(event(2))
  waits[0]?.()
  await settle()
  expect(isStale()).toBe(false)
  waits[1]?.()
  await settle()
  expect(isStale()).toBe(true)
  sink(event(3))
  expect(handled).toEqual([3])
})
