import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AccessRequest, Action, LogLine } from '@gatehouse/contract'
import { startSandbox, type Sandbox } from '@gatehouse/sandbox'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startCluster, type Cluster, type Stream } from './testing/cluster.ts'
import { database } from './testing/database.ts'

/** How often a replica is killed, or the database is cut off. `pnpm soak` sets more. */
const disturbances = Number(process.env['SOAK_DISTURBANCES'] ?? 2)

/** A dead replica is replaced within this time. Milliseconds. */
const takeOverMs = 10_000

let folder: string
let sandbox: Sandbox
let clusters: Cluster[] = []
let streams: Stream[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-replicas-'))
  sandbox = await startSandbox({ life: false, paceMs: 100, configDir: join(folder, 'oci') })
})
afterEach(async () => {
  for (const stream of streams) stream.close()
  for (const cluster of clusters) await cluster.close()
  streams = []
  clusters = []
  await sandbox.close()
  await database.remove()
  await rm(folder, { recursive: true, force: true })
})

async function start(count: number): Promise<Cluster> {
  const cluster = await startCluster(sandbox, join(folder, `cluster-${clusters.length}`), count)
  clusters.push(cluster)
  return cluster
}

function watch(cluster: Cluster, topics: readonly string[], first?: number): Stream {
  const stream = cluster.watch(topics, first)
  streams.push(stream)
  return stream
}

/** Tries until it holds, for as long as a replica may take over. */
const within = <T>(ms: number, expectation: () => T | Promise<T>) =>
  expect.poll(expectation, { timeout: ms, interval: 50 })

const activePools = () =>
  [...(sandbox.world.regions.get('eu-frankfurt-1')?.desktopPools.values() ?? [])]
    .map(({ wire }) => wire)
    .filter(({ lifecycleState }) => lifecycleState === 'ACTIVE')

test('three replicas with thirty streams ask OCI as much as one does', { timeout: 60_000 }, async () => {
  const [pool] = activePools()
  const work = await sandbox.control.createWorkRequest({ service: 'desktops', lines: 20 })
  const place = `frankfurt/desktops/${work.id}`
  const topics = [
    'desktops?limit=50',
    'desktop-pools?limit=50',
    'access-requests?limit=50',
    `desktop-pool/frankfurt/${pool?.id}`,
    `work-request/${place}`,
    `work-request-log/${place}`,
  ]

  async function callsOf(count: number): Promise<number> {
    const cluster = await start(count)
    await sandbox.control.calls.take()
    const opened = Array.from({ length: 30 }, () => watch(cluster, topics))
    await within(15_000, () => opened.every((stream) => stream.of('work-request-log').length > 0)).toBe(true)
    await sleep(5_000)
    const { counts } = await sandbox.control.calls.take()
    for (const stream of opened) stream.close()
    await cluster.close()
    // Each process lists the compartments for itself, every ten minutes.
    return Object.entries(counts).reduce((sum, [id, calls]) => sum + (id.startsWith('identity.') ? 0 : calls), 0)
  }

  const ofOne = await callsOf(1)
  const ofThree = await callsOf(3)
  expect(ofThree, `${ofOne} calls with one replica`).toBeLessThanOrEqual(ofOne * 1.2)
})

test(
  'an act on one replica is seen on the others, and a session of one is one of all',
  { timeout: 60_000 },
  async () => {
    const cluster = await start(3)
    const [pool] = activePools()
    const topics = ['activity', `desktop-pool/frankfurt/${pool?.id}`]
    const watched = [0, 1, 2].map((replica) => watch(cluster, topics, replica))
    await within(takeOverMs, () => watched.every((stream) => stream.of('desktop-pool').length > 0)).toBe(true)

    const attemptId = randomUUID()
    const reply = await cluster.ask(`/api/desktop-pools/frankfurt/${pool?.id}/stop`, { attemptId })
    expect(reply.status).toBe(202)
    for (const stream of watched) {
      await within(5_000, () => stream.of('desktop-pool').map(({ desktopPool }) => desktopPool.state)).toContain(
        'UPDATING',
      )
      await within(15_000, () => stream.of('activity').map(({ action }) => `${action.id} ${action.status}`)).toContain(
        `${attemptId} done`,
      )
    }
    expect(await cluster.filesOfReplicas()).toEqual([])
  },
)

test(
  'when replicas are killed or cut off others go on, and no log line or decision is lost or doubled',
  {
    timeout: 60_000 + disturbances * 30_000,
  },
  async () => {
    const cluster = await start(3)
    const work = await sandbox.control.createWorkRequest({ service: 'desktops', lines: 5 })
    const place = `frankfurt/desktops/${work.id}`
    const topics = ['access-requests?limit=1', `work-request-log/${place}`]
    const watched = [0, 1, 2].map((replica) => watch(cluster, topics, replica))
    const linesOf = (stream: Stream) =>
      stream.of('work-request-log').flatMap(({ lines }) => lines.map(({ text }) => text))
    await within(takeOverMs, () => watched.every((stream) => linesOf(stream).length === 5)).toBe(true)
    const written = linesOf(watched[0]!) // there are three
    const ids = await Promise.all(Array.from({ length: 8 * disturbances }, raise))

    const leases = [`topic/work-request-log/${place}`, 'noun/access-requests']
    for (let number = 0; number < disturbances; number += 1) {
      const lease = leases[number % 2] ?? ''
      const decided = ids.slice(8 * number, 8 * number + 8).map((id) => approve(cluster, id))
      await sleep(Math.random() * 300)
      const holder = await cluster.holderOf(lease)
      expect(holder, lease).toBeDefined()
      const isCut = number % 3 === 2
      await (isCut ? cluster.cut() : cluster.kill(holder!)) // it is defined
      const texts = [1, 2, 3].map((line) => `line ${line} after ${number + 1}`)
      written.push(...texts)
      await sandbox.control.addLogLines(work.id, texts)
      await within(takeOverMs, () => cluster.holderOf(lease)).toBeDefined()
      await within(takeOverMs, () => watched.every((stream) => linesOf(stream).length >= written.length)).toBe(true)
      const late = await raise()
      await within(20_000, () => listed(cluster, late)).toEqual([late])
      await Promise.all([...decided, isCut ? undefined : cluster.add()])
    }

    for (const stream of watched) expect(linesOf(stream)).toEqual(written)
    const { lines } = await archived(cluster, place)
    expect(lines.map(({ text }) => text)).toEqual(written)
    expect(lines.map(({ number }) => number)).toEqual(written.map((_, index) => index + 1))
    await within(20_000, () => settled(cluster)).toEqual(ids.map(() => 'done'))
    const rows = sandbox.world.regions.get('eu-frankfurt-1')?.accessRequests
    for (const id of ids) expect(rows?.get(id).wire.approverDetails, id).toHaveLength(1)
    expect(await cluster.run('verify-ledger')).toMatch(/whole/i)
  },
)

async function raise(): Promise<string> {
  const wanted = { service: 'operator-access-control', approvers: 1, severity: 'S3' } as const
  return (await sandbox.control.raiseAccessRequest(wanted)).id
}

/* What the endpoints answer is in the contract. */

const listed = async (cluster: Cluster, id: string): Promise<string[]> => {
  const reply = await cluster.ask(`/api/access-requests?id=${id}`)
  const { rows } = (await reply.json()) as { rows: AccessRequest[] }
  return rows.map(({ id }) => id)
}

const archived = async (cluster: Cluster, place: string) =>
  (await (await cluster.ask(`/api/work-requests/${place}/log`)).json()) as { lines: LogLine[] }

const settled = async (cluster: Cluster) => {
  const reply = await cluster.ask('/api/activity?limit=500')
  const { items } = (await reply.json()) as { items: Action[] }
  return items.map(({ status }) => status)
}

/** A person who presses again, on whichever replica answers, until OCI took it. */
async function approve(cluster: Cluster, id: string): Promise<void> {
  const attemptId = randomUUID()
  const path = `/api/access-requests/frankfurt/operator-access-control/${id}`
  const isTaken = async (asking: Promise<Response>) => {
    const reply = await asking
    return reply.status === 202 && ['accepted', 'done'].includes(((await reply.json()) as Action).status)
  }
  for (;;) {
    try {
      const seen = (await (await cluster.ask(path)).json()) as AccessRequest
      if (await isTaken(cluster.ask(`${path}/approve`, { attemptId, seen: seen.version }))) return
      if (await isTaken(cluster.ask(`/api/activity/${attemptId}/try-again`, {}))) return
    } catch {
      // Its replica was killed.
    }
    await sleep(100)
  }
}
