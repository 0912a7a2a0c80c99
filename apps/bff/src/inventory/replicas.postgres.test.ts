import type { WorkRequest } from '@gatehouse/contract'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { joinReplicas } from '../replicas/postgres/open.ts'
import { openStore } from '../store/store.ts'
import { database, databaseOf } from '../testing/database.ts'
import { eventually } from '../testing/eventually.ts'
import { startInventory, workRequest } from '../testing/inventory.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { everywhere } from './scope.ts'
import type { ViewState } from './viewers.ts'

type Replica = Awaited<ReturnType<typeof startReplica>>

/** The items of the compartment "east" at OCI, which all replicas read. */
let east: WorkRequest[]
let one: Replica
let other: Replica
beforeEach(async () => {
  east = [workRequest('a')]
  const place = await database.create()
  one = await startReplica(place)
  other = await startReplica(place)
})
afterEach(async () => {
  await one.close()
  await other.close()
  await database.remove()
})

async function startReplica(place: Awaited<ReturnType<typeof database.create>>) {
  const store = await openStore(place)
  const replicas = await joinReplicas(databaseOf(place), store, memoryLog().log)
  // So slow that only what a test hurries is read soon.
  const pace = { calmMs: 60_000, calmLeastMs: 60_000, emptyMs: 60_000, lingerMs: 60_000, movingMs: 60_000 }
  const started = await startInventory({ place, replicas, pace })
  started.listed.list = async function* list({ compartment }) {
    yield compartment.name === 'east' ? east : []
  }
  const view = { kind: 'window', noun: 'work-requests', query: {} } as const
  return {
    ...started,
    reads: started.listed.reads,
    window: () => started.inventory.window<WorkRequest>('work-requests', {}, everywhere),
    watch() {
      const states: ViewState[] = []
      const unwatch = started.inventory.watch(view, everywhere, (state) => states.push(state))
      return { states, unwatch }
    },
    async close() {
      await started.close()
      await replicas.close()
      await store.close()
    },
  }
}

const idsOf = ({ rows }: { rows: WorkRequest[] }) => rows.map(({ id }) => id).toSorted()

test('one replica reads a place, and both show what is there and how recent it is', async () => {
  one.watch()
  other.watch()
  const [mine, theirs] = await Promise.all([one.window(), other.window()])
  expect(idsOf(mine)).toEqual(['a'])
  expect(theirs).toEqual(mine)
  expect(mine.freshness).toMatchObject({ pending: 0, unread: [], everyMs: expect.any(Number) as number })
  expect([one.reads.length, other.reads.length]).toEqual(expect.arrayContaining([0, 3]))
})

test('an act on a replica that does not poll is seen on both at once', async () => {
  const watched = [one.watch(), other.watch()]
  await Promise.all([one.window(), other.window()])
  const follower = one.reads.length === 0 ? one : other
  await eventually(() => expect(watched.every(({ states }) => states.length > 0)).toBe(true))
  const before = watched.map(({ states }) => states.at(-1)?.version)

  east = [workRequest('a'), workRequest('b')]
  follower.inventory.hurry('work-requests', { connectionId: 'frankfurt', compartmentId: 'ocid1.compartment.oc1..east' })
  expect(idsOf(await follower.window())).toEqual(['a', 'b'])
  await eventually(() => {
    for (const [index, { states }] of watched.entries()) expect(states.at(-1)?.version).not.toBe(before[index])
  })
  expect(follower.reads).toEqual([])
})

test('when the watchers of the polling replica leave, the other one polls', async () => {
  const watched = [one.watch(), other.watch()]
  await Promise.all([one.window(), other.window()])
  const [holder, follower] = one.reads.length > 0 ? [one, other] : [other, one]
  watched[holder === one ? 0 : 1]?.unwatch()
  await holder.inventory.close()
  await wait(100)
  east = [workRequest('c')]
  follower.inventory.hurry('work-requests')
  await eventually(() => expect(follower.reads.length).toBeGreaterThan(2))
  expect(idsOf(await follower.window())).toEqual(['a', 'c'])
})
