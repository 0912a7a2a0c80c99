import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { Problem } from '../problem.ts'
import { createPoller, type Poller } from './poller.ts'
import type { LiveEvent, Source } from './source.ts'

/** A thing that can be turned, and that counts how often it is looked at. */
function turnable() {
  const thing = { value: 1, looks: 0, moving: false, ended: false, problem: null as Problem | null, takesMs: 0 }
  const told = (value: number): LiveEvent => ({
    event: 'topic-state',
    data: { topic: `value ${value}`, state: 'live', reason: null, opcRequestId: null, readAt: null },
  })
  const source: Source<number> = {
    async read() {
      thing.looks += 1
      const { value, problem } = thing
      await wait(thing.takesMs)
      if (problem) throw problem
      return value
    },
    whole: (value) => [told(value)],
    changes: (before, after) => (before === after ? [] : [told(after)]),
    moving: () => thing.moving,
    ended: () => thing.ended,
  }
  return { thing, source }
}

const opened: Poller<number>[] = []
afterEach(() => {
  for (const poller of opened.splice(0)) poller.close()
})

function open({ pace = {}, onIdle = () => {} } = {}) {
  const { thing, source } = turnable()
  const poller = createPoller({
    topic: 'thing',
    source,
    pace: { fastMs: 10, slowMs: 40, failingMs: 80, lingerMs: 50, ...pace },
    onIdle,
  })
  opened.push(poller)
  const watch = () => {
    const heard: string[] = []
    const leave = poller.watch((events) => {
      for (const { data } of events)
        if ('topic' in data) heard.push('state' in data ? `${data.topic} ${data.state}` : '')
    })
    return { heard, leave }
  }
  return { thing, poller, watch }
}

test('a topic without watchers is not polled', async () => {
  const { thing } = open()
  await wait(40)
  expect(thing.looks).toBe(0)
})

test('a hundred watchers cost as many reads as one', async () => {
  const { thing, watch } = open({ pace: { fastMs: 1_000, slowMs: 1_000 } })
  const watchers = Array.from({ length: 100 }, watch)
  await vi.waitFor(() => expect(watchers.every(({ heard }) => heard.includes('value 1 live'))).toBe(true))
  expect(thing.looks).toBe(1)
})

test('a new watcher gets the whole state at once, then only changes', async () => {
  const { thing, watch } = open()
  const first = watch()
  await vi.waitFor(() => expect(first.heard).toEqual(['value 1 live', 'thing live']))
  const second = watch()
  expect(second.heard).toEqual(['value 1 live', 'thing live'])
  thing.value = 2
  await vi.waitFor(() => expect(second.heard.at(-1)).toBe('value 2 live'))
  expect(first.heard).toEqual(['value 1 live', 'thing live', 'value 2 live'])
})

test('it goes on for a while after the last watcher has left, then stops for good', async () => {
  const onIdle = vi.fn<() => void>()
  const { thing, watch } = open({ onIdle })
  const { heard, leave } = watch()
  await vi.waitFor(() => expect(heard).not.toEqual([]))
  leave()
  await vi.waitFor(() => expect(onIdle).toHaveBeenCalledOnce())
  const { looks } = thing
  await wait(100)
  expect(thing.looks).toBe(looks)
})

test('a read that takes longer than the poller lingers still gets its answer', async () => {
  const onIdle = vi.fn<() => void>()
  const { thing, poller } = open({ pace: { lingerMs: 10 }, onIdle })
  thing.takesMs = 60
  await expect(poller.read()).resolves.toBe(1)
  await vi.waitFor(() => expect(onIdle).toHaveBeenCalledOnce())
})

test('a watcher who returns while the poller lingers gets the snapshot at once', async () => {
  const onIdle = vi.fn<() => void>()
  const { watch } = open({ onIdle })
  const first = watch()
  await vi.waitFor(() => expect(first.heard).not.toEqual([]))
  first.leave()
  await wait(20)
  expect(watch().heard[0]).toBe('value 1 live')
  await wait(80)
  expect(onIdle).not.toHaveBeenCalled()
})

test('what moves is looked at faster than what is calm', async () => {
  const looksIn = async (moving: boolean) => {
    const { thing, watch } = open({ pace: { fastMs: 5, slowMs: 100 } })
    thing.moving = moving
    watch()
    await wait(300)
    return thing.looks
  }
  const [calm, moving] = await Promise.all([looksIn(false), looksIn(true)])
  expect(moving).toBeGreaterThan(calm * 2)
})

test('a nudge has it looked at at once', async () => {
  const { thing, poller, watch } = open({ pace: { fastMs: 5_000, slowMs: 5_000 } })
  const { heard } = watch()
  await vi.waitFor(() => expect(heard).toContain('value 1 live'))
  thing.value = 2
  poller.nudge()
  await vi.waitFor(() => expect(heard).toContain('value 2 live'), { timeout: 500 })
})

test('a nudge that comes while it is looked at is not forgotten', async () => {
  const { thing, poller, watch } = open({ pace: { fastMs: 5_000, slowMs: 5_000 } })
  thing.takesMs = 20
  const { heard } = watch()
  await wait(5)
  thing.value = 2
  poller.nudge()
  await vi.waitFor(() => expect(heard).toContain('value 2 live'), { timeout: 500 })
})

test('twenty nudges during one read cause one further read', async () => {
  const { thing, poller, watch } = open({ pace: { fastMs: 5_000, slowMs: 5_000 } })
  thing.takesMs = 300
  const { heard } = watch()
  await vi.waitFor(() => expect(thing.looks).toBe(1))
  for (let nudge = 0; nudge < 20; nudge++) {
    poller.nudge()
    void poller.read()
    await wait(1)
  }
  thing.value = 2
  await vi.waitFor(() => expect(heard).toContain('value 2 live'), { timeout: 2_000 })
  await wait(100)
  expect(thing.looks).toBe(2)
})

test('a read that began before a nudge does not serve it', async () => {
  const { thing, poller, watch } = open({ pace: { fastMs: 5_000, slowMs: 5_000 } })
  thing.takesMs = 40
  watch()
  await wait(10)
  thing.value = 2
  poller.nudge()
  await expect(poller.read()).resolves.toBe(2)
})

test('concurrent callers share a read, and a polled topic is not read again', async () => {
  const { thing, poller, watch } = open({ pace: { fastMs: 1_000, slowMs: 1_000 } })
  thing.takesMs = 10
  await Promise.all([poller.read(), poller.read(), poller.read()])
  expect(thing.looks).toBe(1)
  const { heard } = watch()
  await vi.waitFor(() => expect(thing.looks).toBe(2))
  await poller.read()
  expect(thing.looks).toBe(2)
  expect(heard).toContain('value 1 live')
})

test('a failing read is reported once with its reason, watchers keep their state, and polling recovers', async () => {
  const { thing, watch } = open()
  const { heard } = watch()
  await vi.waitFor(() => expect(heard).toContain('thing live'))
  thing.problem = new Problem('unavailable', 'OCI is not available right now.')
  await vi.waitFor(() => expect(heard).toContain('thing failing'))
  await wait(100)
  thing.problem = null
  await vi.waitFor(() => expect(heard.at(-1)).toBe('thing live'))
  expect(heard).toEqual(['value 1 live', 'thing live', 'thing failing', 'thing live'])
})

test('failures slow down polling', async () => {
  const { thing, watch } = open({ pace: { fastMs: 10, slowMs: 20, failingMs: 10_000 } })
  thing.problem = new Problem('upstream_throttled', 'OCI asks us to slow down.')
  watch()
  await wait(300)
  expect(thing.looks).toBeLessThan(7)
})

test('a nudge during failures causes one more read', async () => {
  const { thing, poller, watch } = open({ pace: { fastMs: 200, slowMs: 200, failingMs: 1_000 } })
  thing.problem = new Problem('unavailable', 'OCI is not available right now.')
  watch()
  await wait(20)
  poller.nudge()
  await wait(100)
  expect(thing.looks).toBe(2)
})

test('it waits for as long as OCI asks', async () => {
  const { thing, watch } = open()
  thing.problem = new Problem('upstream_throttled', 'OCI asks us to slow down.', { retryAfterSeconds: 60 })
  watch()
  await wait(150)
  expect(thing.looks).toBe(1)
})

test('a missing thing is gone, and is read again only for a new watcher', async () => {
  const { thing, watch } = open()
  thing.problem = new Problem('not_found', 'It does not exist.')
  const { heard } = watch()
  await vi.waitFor(() => expect(heard).toEqual(['thing gone']))
  await wait(50)
  expect(thing.looks).toBe(1)
  thing.problem = null
  const second = watch()
  await vi.waitFor(() => expect(second.heard).toContain('value 1 live'))
})

test('an ended topic is reported as ended and not read again', async () => {
  const { thing, poller, watch } = open()
  thing.ended = true
  const { heard } = watch()
  await vi.waitFor(() => expect(heard).toEqual(['value 1 live', 'thing ended']))
  await wait(60)
  expect(thing.looks).toBe(1)
  await expect(poller.read()).resolves.toBe(1)
  expect(watch().heard).toEqual(['value 1 live', 'thing ended'])
  expect(thing.looks).toBe(1)
})
