import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Sandbox, StartOptions } from '../index.ts'
import { startSandbox } from '../index.ts'
import type { TestCall } from '../testing-client.ts'
import { createTestClient } from '../testing-client.ts'
import { readEverything } from '../properties/read-everything.ts'
import { createState } from '../server/state.ts'
import { keepState } from './keep.ts'
import { readStateFile } from './state-file.ts'

let folder: string
let file: string
const open = new Set<Sandbox>()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'))
  file = join(folder, 'kept', 'world.json')
})
afterEach(async () => {
  for (const sandbox of open) await sandbox.close()
  open.clear()
  await rm(folder, { recursive: true, force: true })
})

/** The same sandbox again and again: keys and world are kept. */
async function start(more: StartOptions = {}): Promise<Sandbox> {
  const size = { pools: 8, desktops: 30, accessRequests: 40, workRequests: 12 }
  const options = { life: false, paceMs: 60_000, size, configDir: join(folder, 'keys'), stateFile: file, ...more }
  const sandbox = await startSandbox(options)
  open.add(sandbox)
  return sandbox
}

async function stop(sandbox: Sandbox) {
  open.delete(sandbox)
  await sandbox.close()
}

const minuteMs = 60_000
const pools = (sandbox: Sandbox) => [...sandbox.world.regions.get('eu-frankfurt-1')!.desktopPools.values()]
const activePool = (sandbox: Sandbox) => pools(sandbox).find(({ wire }) => wire.lifecycleState === 'ACTIVE')!
const change = (path: string, more: Partial<TestCall> = {}): TestCall => ({ method: 'POST', path, ...more })
const stopOf = (id: string) => change(`/20220618/desktopPools/${id}/actions/stop`)

describe('the world outlives the sandbox', () => {
  test('with all that was changed, its OCIDs, its users and its time', async () => {
    const first = await start()
    expect(first.isResumed).toBe(false)
    const control = {
      operatorControlName: 'kept',
      approverGroupsList: [first.world.groups.get('access-approvers')],
      isFullyPreApproved: false,
      resourceType: 'EXADATAINFRASTRUCTURE',
      compartmentId: first.compartments[0]!.id,
    }
    const made = await createTestClient(first)(change('/20200630/operatorControls', { body: control }))
    await first.control.advance(3 * 60 * minuteMs)
    const now = first.world.clock.ms()
    await stop(first)

    const second = await start()
    expect(second.isResumed).toBe(true)
    expect(second.compartments).toEqual(first.compartments)
    expect(second.users.map(({ id, fingerprint }) => [id, fingerprint])).toEqual(
      first.users.map(({ id, fingerprint }) => [id, fingerprint]),
    )
    expect(second.world.clock.ms()).toBeGreaterThanOrEqual(now)
    expect(second.world.clock.ms() - now).toBeLessThan(30_000)
    const read = await createTestClient(second)(`/20200630/operatorControls/${made.body.id}`)
    expect([read.body, read.headers.get('etag')]).toEqual([made.body, made.headers.get('etag')])
    readEverything(second.world)
  })

  test('and work that was under way goes on where it was', async () => {
    const first = await start()
    const pool = activePool(first)
    const workRequestId = (await createTestClient(first)(stopOf(pool.id))).headers.get('opc-work-request-id')!
    await first.control.advance(3 * minuteMs)
    const read = `/20220618/workRequests/${workRequestId}`
    const before = (await createTestClient(first)(read)).body
    expect(before).toMatchObject({ status: 'IN_PROGRESS' })
    await stop(first)

    const second = await start()
    expect((await createTestClient(second)(read)).body).toEqual(before)
    await second.control.advance(60 * minuteMs)
    expect((await createTestClient(second)(read)).body).toMatchObject({ status: 'SUCCEEDED', percentComplete: 100 })
    expect(pools(second).find(({ id }) => id === pool.id)!.wire.lifecycleState).toBe('INACTIVE')
    const log = (await createTestClient(second)(`${read}/logs?limit=1000`)).body.items as { message: string }[]
    expect(new Set(log.map(({ message }) => message)).size).toBe(log.length)
  })

  test('what fell due while nobody was there happened at its moment', async () => {
    const first = await start()
    const pool = activePool(first)
    const stopped = await createTestClient(first)(stopOf(pool.id))
    await stop(first)
    // as if the sandbox had been closed two hours ago
    const written = JSON.parse(await readFile(file, 'utf8'))
    written.state.aheadMs += 120 * minuteMs
    await writeFile(file, JSON.stringify(written))

    const second = await start()
    const { desktopPools, workRequests } = second.world.regions.get('eu-frankfurt-1')!
    expect(desktopPools.get(pool.id).wire.lifecycleState).toBe('INACTIVE')
    const { wire } = workRequests.get(stopped.headers.get('opc-work-request-id')!)
    expect(wire.status).toBe('SUCCEEDED')
    expect(Date.parse(wire.timeFinished!)).toBeLessThan(second.world.clock.ms() - 60 * minuteMs)
  })

  test('however long nobody was there, it is up again at once', async () => {
    const first = await start({ size: {} })
    await stop(first)
    const written = JSON.parse(await readFile(file, 'utf8'))
    written.state.aheadMs += 3 * 365 * 24 * 60 * minuteMs
    await writeFile(file, JSON.stringify(written))
    const second = await start()
    expect(second.world.clock.ms() - first.world.clock.ms()).toBeGreaterThan(1000 * 24 * 60 * minuteMs)
    expect(
      [...second.world.regions.values()].reduce((sum, { workRequests }) => sum + workRequests.size, 0),
    ).toBeLessThan(2000)
    // schedules were kept to the end
    for (const pool of pools(second).filter(({ wire }) => wire.availabilityPolicy.stopSchedule))
      expect(pool.extra.scheduleDue).toBeGreaterThan(0)
    readEverything(second.world)
  })

  test('retry tokens, page tokens and session tokens stay good', async () => {
    const first = await start()
    const call = createTestClient(first)
    const token = await first.control.issueToken({ user: 'approver' })
    const stopping = { ...stopOf(activePool(first).id), headers: { 'opc-retry-token': 'once' } }
    const stopped = await call(stopping)
    const list = `/20160918/compartments?compartmentId=${first.tenancyId}&limit=2`
    const page = (await call(list)).headers.get('opc-next-page')
    await stop(first)

    const second = await start()
    const again = createTestClient(second)
    const repeated = await again(stopping)
    expect([repeated.status, repeated.headers.get('opc-work-request-id')]).toEqual([
      202,
      stopped.headers.get('opc-work-request-id'),
    ])
    expect(await again(`${list}&page=${page}`)).toMatchObject({ status: 200 })
    const faulty = { keyId: token.keyId, privateKey: token.privateKeyPem! }
    expect(await again({ path: '/20160918/regions', faulty })).toMatchObject({ status: 200 })
  })

  test('a lively one lives on, and one that is to stand still does', async () => {
    const first = await start({ life: true, paceMs: 1500 })
    await stop(first)
    const second = await start({ life: true, paceMs: 1500 })
    const before = second.world.clock.written().due.length
    const changes = () => JSON.stringify([...second.world.regions.values()].map(({ desktops }) => desktops.version))
    const was = changes()
    await second.control.advance(30 * minuteMs)
    expect(changes()).not.toBe(was)
    expect(before).toBeGreaterThan(0)
    await stop(second)

    const third = await start({ life: false })
    expect(third.world.clock.written().due.filter(({ what }) => what.errand.startsWith('life/'))).toEqual([])
  })

  test('things move on at the rate that is asked for at each start', async () => {
    const first = await start({ movesPerMinute: 60 })
    await stop(first)
    const second = await start()
    await second.control.advance(minuteMs)
    expect(await second.control.moves.read()).toEqual({ perMinute: 0, count: 0 })
    await stop(second)
    const third = await start({ movesPerMinute: 30 })
    await third.control.advance(minuteMs)
    expect(await third.control.moves.read()).toEqual({ perMinute: 30, count: 30 })
  })

  test('a large one has the same regions and compartments again', async () => {
    const large = { regions: 3, compartments: 60, pools: 40, desktops: 1600 }
    const first = await start({ size: large })
    const ids = [...first.world.rows.keys()]
    await stop(first)
    const second = await start({ size: large })
    expect(second.regions).toEqual(first.regions)
    expect(second.world.options.size).toEqual(first.world.options.size)
    expect(new Set(second.world.rows.keys())).toEqual(new Set(ids))
    const call = createTestClient(second)
    const { body } = await call({
      path: `/20160918/compartments?compartmentId=${second.tenancyId}`,
      region: 'uk-london-1',
    })
    expect(body.length).toBeGreaterThan(4)
  })

  test('a reset begins it anew, and that is what is kept', async () => {
    const first = await start({ seed: 7 })
    const before = pools(first).map(({ wire }) => wire.lifecycleState)
    await stop(first)
    const second = await start()
    await createTestClient(second)(stopOf(activePool(second).id))
    await second.control.reset()
    expect(pools(second).map(({ wire }) => wire.lifecycleState)).toEqual(before)
    expect(await createTestClient(second)('/20160918/regions')).toMatchObject({ status: 200 })
    await stop(second)
    expect(pools(await start()).map(({ wire }) => wire.lifecycleState)).toEqual(before)
  })
})

test('the file is for its owner only, whole, and nothing else is left beside it', async () => {
  await stop(await start())
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(join(folder, 'kept'))).toEqual(['world.json'])
  expect(await readFile(file, 'utf8')).not.toContain('PRIVATE KEY')
})

describe('a file that is not usable is told in a sentence', () => {
  const refused = async (text: string, reason: RegExp) => {
    await writeFile(file, text)
    await expect(start()).rejects.toThrow(reason)
    // and is left as it was, for whoever wants to repair it
    expect(await readFile(file, 'utf8')).toBe(text)
  }
  let good: string

  beforeEach(async () => {
    await stop(await start())
    good = await readFile(file, 'utf8')
  })

  // oxlint-disable-next-line typescript/no-explicit-any -- what a file may hold has no type
  const spoiled = (change: (content: { version: number; state: any }) => void) => {
    const content = JSON.parse(good)
    change(content)
    return JSON.stringify(content)
  }

  test('cut off', () =>
    refused(good.slice(0, good.length / 2), /world\.json is not usable: it holds no JSON, or only a part/))
  test('empty', () => refused('', /it holds no JSON/))
  test('of something else', () => refused('{"name":"other"}', /it was not written by the sandbox\. .* delete it/))
  test('of a version to come', () =>
    refused(
      spoiled((content) => (content.version = 2)),
      /it is of version 2, and this sandbox reads version 1/,
    ))
  test('without a part of it', () =>
    refused(
      spoiled(({ state }) => delete state.world.users),
      /world\.users is missing/,
    ))
  test('with a thing that OCI would not send', () =>
    refused(
      spoiled(({ state }) => (state.world.regions[0].tables.desktopPools.rows[0].wire.lifecycleState = 'ASLEEP')),
      /in eu-frankfurt-1 desktopPools, ocid1\.desktoppool\.\S+ is not as OCI describes it: lifecycleState must be one of/,
    ))
  test('with something to come that nobody knows', () =>
    refused(
      spoiled(({ state }) => state.world.clock.due.push({ number: 9e6, at: 9e15, what: { errand: 'fly', about: {} } })),
      /nothing is known of "fly"/,
    ))

  test('that is a folder', async () => {
    await expect(start({ stateFile: folder })).rejects.toThrow(/cannot be read: EISDIR/)
  })
})

test('a file that cannot be written is told when the sandbox closes', async () => {
  const sandbox = await start()
  open.delete(sandbox)
  await writeFile(join(folder, 'kept'), 'where a folder should be')
  await expect(sandbox.close()).rejects.toThrow(/The state file .*world\.json cannot be written: E\w+/)
})

describe('now and then', () => {
  const someState = (errors: object[]) => {
    const state = createState(
      { life: false, size: { pools: 1, desktops: 2 } },
      { error: (details) => errors.push(details) },
    )
    onTestFinished(() => state.world.clock.stop())
    return state
  }
  const seen = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const readTime = async () => (await readStateFile(file).catch(() => undefined))?.world.clock.ms ?? 0

  test('the world is kept as it is then', async () => {
    const keeper = keepState(someState([]), file, 10)
    await seen(async () => (await readTime()) > 0)
    const first = await readTime()
    await seen(async () => (await readTime()) > first)
    await keeper.close()
  })

  test('what keeps it from being kept is logged, and the next time is another try', async () => {
    const errors: object[] = []
    await writeFile(join(folder, 'kept'), 'where a folder should be')
    const keeper = keepState(someState(errors), file, 10)
    await seen(async () => errors.length > 0)
    expect(errors[0]).toMatchObject({ err: { message: expect.stringContaining('cannot be written') } })
    await rm(join(folder, 'kept'))
    await seen(async () => (await readTime()) > 0)
    await keeper.close()
  })
})
