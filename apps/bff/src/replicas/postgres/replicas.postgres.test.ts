import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../../store/store.ts'
import type { PostgresTarget } from '../../store/postgres/target.ts'
import { database, databaseOf } from '../../testing/database.ts'
import { eventually } from '../../testing/eventually.ts'
import { memoryLog } from '../../testing/memory-log.ts'
import type { Message } from '../message.ts'
import { LeaseLost, type Leases, type Replicas } from '../replicas.ts'
import { leaseRows } from './lease-rows.ts'
import { createPostgresLeases } from './leases.ts'
import { openLink } from './link.ts'
import { joinReplicas } from './open.ts'

let target: PostgresTarget
let store: Store
let toClose: (() => Promise<void>)[] = []
beforeEach(async () => {
  target = databaseOf(await database.create())
  store = await openStore(target)
})
afterEach(async () => {
  for (const close of toClose) await close()
  toClose = []
  await store.close()
})
afterAll(() => database.remove())

async function join(log = memoryLog().log): Promise<Replicas> {
  const replicas = await joinReplicas(target, store, log)
  toClose.push(() => replicas.close())
  return replicas
}

/** A replica with short leases, that can die. */
async function short(holder: string, times = { leaseMs: 1_200, renewMs: 200 }) {
  const link = await openLink({ target, listenTo: 'quiet', onNotice: () => undefined, log: memoryLog().log })
  const leases = createPostgresLeases({
    rows: leaseRows(link, holder, times.leaseMs),
    holder,
    times,
    onReleased: () => undefined,
  })
  toClose.push(async () => {
    await leases.close()
    await link.close()
  })
  return { leases, die: () => link.close() }
}

function competeFor(leases: Leases, name: string) {
  const heard: string[] = []
  const competition = leases.compete(name, {
    won: () => heard.push('won'),
    lost: () => heard.push('lost'),
    noted: (note) => heard.push(`noted ${note}`),
  })
  return { heard, isHeld: () => heard.findLast((one) => one === 'won' || one === 'lost') === 'won', competition }
}

test('of three competitors one holds a lease, and another gets it as soon as the holder leaves', async () => {
  const all = await Promise.all([join(), join(), join()])
  const competitors = all.map(({ leases }) => competeFor(leases, 'desktops'))
  await eventually(() => expect(competitors.every(({ heard }) => heard.length > 0)).toBe(true))
  expect(competitors.filter(({ isHeld }) => isHeld())).toHaveLength(1)

  const leftAt = performance.now()
  const [holder] = competitors.filter(({ isHeld }) => isHeld())
  holder?.competition.leave()
  await eventually(() => expect(competitors.filter((one) => one !== holder && one.isHeld())).toHaveLength(1))
  expect(performance.now() - leftAt).toBeLessThan(1_500)
})

test('the holder of a dead replica is replaced when its lease ends, and not before', async () => {
  const [one, other] = [await short('one'), await short('other')]
  const first = competeFor(one.leases, 'desktops')
  await eventually(() => expect(first.isHeld()).toBe(true))
  const second = competeFor(other.leases, 'desktops')
  await wait(500)
  expect(second.isHeld()).toBe(false)

  await one.die()
  const diedAt = performance.now()
  await eventually(() => expect(second.isHeld()).toBe(true))
  expect(performance.now() - diedAt).toBeLessThan(2_500)
  // It has noticed by itself.
  expect(first.heard).toEqual(['won', 'lost'])
})

test('a holder that cannot renew stops before another one may begin', async () => {
  const [one, other] = [await short('one'), await short('other', { leaseMs: 1_200, renewMs: 50 })]
  const moments: string[] = []
  one.leases.compete('desktops', { won: () => moments.push('one won'), lost: () => moments.push('one lost') })
  await eventually(() => expect(moments).toEqual(['one won']))
  other.leases.compete('desktops', { won: () => moments.push('other won'), lost: () => undefined })
  await one.die()
  await eventually(() => expect(moments).toEqual(['one won', 'one lost', 'other won']))
})

test('who waits for a lease hears what its holder notes', async () => {
  const [one, other] = [await short('one'), await short('other')]
  const first = competeFor(one.leases, 'topic')
  await eventually(() => expect(first.isHeld()).toBe(true))
  first.competition.note('read at noon')
  const second = competeFor(other.leases, 'topic')
  await eventually(() => expect(second.heard).toContain('noted read at noon'))
})

test('a lease is acquired once at a time, within the time that the caller waits', async () => {
  const [one, other] = [await join(), await join()]
  const lease = await one.leases.acquire('sending')
  expect(lease?.isHeld()).toBe(true)
  expect(await other.leases.acquire('sending')).toBeNull()
  expect(await other.leases.acquire('sending', 100)).toBeNull()
  const waiting = other.leases.acquire('sending', 5_000)
  lease?.release()
  expect((await waiting)?.isHeld()).toBe(true)
})

test('only the holder of a lease may write under it', async () => {
  const [one, other] = [await join(), await join()]
  await one.leases.acquire('desktops')
  const writeAs = ({ leases }: Replicas) =>
    store.db.transaction().execute((transaction) => leases.guard(transaction, 'desktops'))
  await expect(writeAs(one)).resolves.toBeUndefined()
  await expect(writeAs(other)).rejects.toThrow(LeaseLost)
})

test('a message reaches the other replicas, once each, and not its sender', async () => {
  const all = await Promise.all([join(), join(), join()])
  const heard = all.map(({ channel }) => {
    const messages: Message[] = []
    channel.on('topic-stale', (message) => messages.push(message))
    return messages
  })
  all[0]?.channel.send({ is: 'topic-stale', topic: 'a' })
  all[0]?.channel.send({ is: 'topic-stale', topic: 'b' })
  await eventually(() => expect(heard[2]).toHaveLength(2))
  expect(heard.map((messages) => messages.length)).toEqual([0, 2, 2])
})

test('a cut connection is opened again, and says so in the log', async () => {
  const { log, messages } = memoryLog()
  const [one, other] = [await join(log), await join()]
  const holding = competeFor(one.leases, 'desktops')
  await eventually(() => expect(holding.isHeld()).toBe(true))
  await database.run(
    target,
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gatehouse replica' and datname = current_database()",
  )
  await eventually(() => expect(messages('info').join()).toContain('is there again'))
  const heard: Message[] = []
  one.channel.on('topic-stale', (message) => heard.push(message))
  await eventually(() => {
    other.channel.send({ is: 'topic-stale', topic: 'a' })
    expect(heard).not.toEqual([])
  })
  expect(holding.heard).toEqual(['won'])
})

test('a head that no notification told is read within seconds', async () => {
  const replicas = await join()
  const heard: Message[] = []
  replicas.channel.on('head', (message) => heard.push(message))
  await store.db.insertInto('inventory_versions').values({ noun: 'desktops', version: 7 }).execute()
  await eventually(() => expect(heard).toContainEqual({ is: 'head', of: 'desktops', number: 7 }))
})
