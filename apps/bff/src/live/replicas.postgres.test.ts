import type { DesktopPool } from '@gatehouse/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createThings } from './things.ts'
import { joinReplicas } from '../replicas/postgres/open.ts'
import { openStore, type StoreTarget } from '../store/store.ts'
import { database, databaseOf } from '../testing/database.ts'
import { eventually } from '../testing/eventually.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { createLiveHub } from './live-hub.ts'
import { startLogFeed } from './log-feed.ts'
import type { LiveEvent } from './source.ts'
import { thingSource } from './thing-source.ts'
import { topicName } from './topic.ts'

type Replica = Awaited<ReturnType<typeof startReplica>>

/** The pool at OCI, which all replicas read. */
let atOci: { state: string; problem: Error | null }
let place: StoreTarget
let one: Replica
let other: Replica
beforeEach(async () => {
  atOci = { state: 'ACTIVE', problem: null }
  place = await database.create()
  one = await startReplica()
  other = await startReplica()
})
afterEach(async () => {
  await one.close()
  await other.close()
  await database.remove()
})

const topic = { kind: 'desktop-pool', connectionId: 'frankfurt', id: 'ocid1.desktoppool.oc1..a' } as const

async function startReplica(fastMs = 60_000) {
  const store = await openStore(place)
  const replicas = await joinReplicas(databaseOf(place), store, memoryLog().log)
  const live = createLiveHub({
    store,
    replicas,
    inventory: { hurry: () => undefined },
    pace: { fastMs, slowMs: fastMs, lingerMs: 10 },
  })
  const things = createThings(store, live)
  const counted = { reads: 0 }
  live.provide('desktop-pool', () =>
    things.keep(
      topic,
      thingSource<DesktopPool>({
        async read() {
          counted.reads += 1
          if (atOci.problem) throw atOci.problem
          return { id: topic.id, state: atOci.state, readAt: new Date().toISOString() } as unknown as DesktopPool // what the test looks at
        },
        toEvent: (desktopPool) => ({ event: 'desktop-pool', data: { topic: topicName(topic), desktopPool } }),
        moving: () => false,
        ended: ({ state }) => state === 'DELETED',
      }),
    ),
  )
  return {
    live,
    counted,
    watch() {
      const heard: string[] = []
      const unwatch = live.watch(topic, (events: readonly LiveEvent[]) => {
        for (const { event, data } of events) {
          if (event === 'desktop-pool') heard.push(data.desktopPool.state)
          if (event === 'topic-state') heard.push(data.state)
        }
      })
      return { heard, unwatch }
    },
    async close() {
      await live.close()
      await replicas.close()
      await store.close()
    },
  }
}

const bothWatch = async () => {
  const watched = [one.watch(), other.watch()]
  await eventually(() => expect(watched.every(({ heard }) => heard.includes('ACTIVE'))).toBe(true))
  return { watched, follower: one.counted.reads === 0 ? one : other }
}

test('one replica reads a thing, and the watchers of both get it', async () => {
  await bothWatch()
  expect(one.counted.reads + other.counted.reads).toBe(1)
})

test('an act on the replica that does not poll is seen by the watchers of both', async () => {
  const { watched, follower } = await bothWatch()
  atOci.state = 'UPDATING'
  follower.live.nudge(topic)
  await eventually(() => expect(watched.every(({ heard }) => heard.includes('UPDATING'))).toBe(true))
  expect(follower.counted.reads).toBe(0)
})

test('a page that is loaded after the act gets the changed state, whichever replica answers', async () => {
  const { follower } = await bothWatch()
  atOci.state = 'UPDATING'
  follower.live.nudge(topic)
  expect((await follower.live.read(topic)).state).toBe('UPDATING')
})

test('that a topic fails is told on every replica', async () => {
  const { watched, follower } = await bothWatch()
  atOci.problem = new Error('OCI is down.')
  follower.live.nudge(topic)
  await eventually(() => expect(watched.every(({ heard }) => heard.at(-1) === 'failing')).toBe(true))
})

test('a thing that has ended is ended for the watchers of every replica, and no longer read', async () => {
  const { watched, follower } = await bothWatch()
  atOci.state = 'DELETED'
  follower.live.nudge(topic)
  await eventually(() => expect(watched.every(({ heard }) => heard.at(-1) === 'ended')).toBe(true))
  expect(one.counted.reads + other.counted.reads).toBeLessThanOrEqual(3)
})

test('lines that one replica archives reach the feeds of the other, once each and in order', async () => {
  const key = { connectionId: 'frankfurt', service: 'desktops' as const, workRequestId: 'ocid1.workrequest.oc1..a' }
  const heard: string[] = []
  const feed = startLogFeed({
    archive: other.live.archive,
    topic: 'log',
    key,
    after: 0,
    deliver(events) {
      for (const { event, data } of events)
        if (event === 'work-request-log') heard.push(...data.lines.map(({ text }) => text))
    },
    ready: () => Promise.resolve(),
    broken: () => heard.push('broken'),
  })
  const archives = [one.live.archive, other.live.archive]
  const texts = Array.from({ length: 60 }, (_, number) => `line ${number}`)
  for (const [number, text] of texts.entries()) {
    const at = new Date(Date.UTC(2026, 10, 22) + number).toISOString()
    await archives[number % 5 === 0 ? 1 : 0]?.append(key, [{ kind: 'log', at, code: null, text, ordinal: 0 }])
  }
  await eventually(() => expect(heard).toHaveLength(60))
  expect(heard).toEqual(texts)
  feed.close()
})
