import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox, StartOptions } from '../index.ts'
import { startSandbox } from '../index.ts'
import { readEverything } from '../properties/read-everything.ts'
import { createTestClient } from '../testing-client.ts'

let folder: string
let file: string
const open = new Set<Sandbox>()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-seed-'))
  file = join(folder, 'seed.json')
})
afterEach(async () => {
  for (const sandbox of open) await sandbox.close()
  open.clear()
  await rm(folder, { recursive: true, force: true })
})

async function start(content: object | string, more: StartOptions = {}): Promise<Sandbox> {
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  const sandbox = await startSandbox({ life: false, seedFile: file, ...more })
  open.add(sandbox)
  return sandbox
}

const small = { pools: 2, desktops: 10, accessRequests: 4, workRequests: 3 }

const counts = ({ world }: Sandbox) => {
  const regions = [...world.regions.values()]
  const sum = (of: (region: (typeof regions)[number]) => number) => regions.reduce((all, one) => all + of(one), 0)
  return {
    pools: sum((region) => region.desktopPools.size),
    desktops: sum((region) => region.desktops.size),
    accessRequests: sum((region) => region.accessRequests.size + region.delegatedResourceAccessRequests.size),
    workRequests: sum((region) => region.workRequests.size),
  }
}

test('sizes say how much of everything there is, and an option says it louder', async () => {
  expect(counts(await start({ sizes: small }))).toEqual(small)
  expect(counts(await start({ sizes: small }, { size: { pools: 5 } }))).toEqual({ ...small, pools: 5 })
  const none = { pools: 0, desktops: 0, accessRequests: 0, workRequests: 0 }
  const empty = await start({ sizes: none })
  expect(counts(empty)).toEqual(none)
  readEverything(empty.world)
})

describe('what is wanted beside the usual', () => {
  const wanted = {
    sizes: small,
    compartments: [
      { name: 'legal', parent: 'workplace', description: 'Lawyers' },
      { name: 'legal-archive', parent: 'legal' },
      { name: 'partners' },
    ],
    desktopPools: [
      { name: 'legal-office', compartment: 'legal', desktops: 12, image: 'windows', regime: 'stop when left' },
      { name: 'legal-closed', compartment: 'legal-archive', state: 'INACTIVE', desktops: 3, region: 'us-ashburn-1' },
      { name: 'legal-broken', compartment: 'legal', state: 'FAILED' },
    ],
    accessRequests: [
      { service: 'operator-access-control', severity: 'S1', approvers: 2, summary: 'A cell does not answer' },
      { service: 'delegate-access-control', hours: 3, reason: 'From the seed file' },
    ],
  }

  test('is there, and works like everything else', async () => {
    const sandbox = await start(wanted)
    const id = (name: string) => sandbox.compartments.find((one) => one.name === name)!.id
    const call = createTestClient(sandbox)
    expect(sandbox.compartments.find(({ name }) => name === 'legal-archive')!.parentId).toBe(id('legal'))
    expect(sandbox.compartments.find(({ name }) => name === 'partners')!.parentId).toBe(sandbox.tenancyId)

    const pools = await call({
      path: `/20220618/desktopPools?compartmentId=${id('legal')}&sortBy=DISPLAYNAME`,
      user: 'restricted',
    })
    expect(pools.body.items).toMatchObject([
      { displayName: 'legal-broken', lifecycleState: 'FAILED' },
      { displayName: 'legal-office', lifecycleState: 'ACTIVE' },
    ])
    const office = pools.body.items.find(({ displayName }: { displayName: string }) => displayName === 'legal-office')
    expect(await call({ method: 'POST', path: `/20220618/desktopPools/${office.id}/actions/stop` })).toMatchObject({
      status: 202,
    })
    const desktops = await call(`/20220618/desktops?compartmentId=${id('legal')}&desktopPoolId=${office.id}`)
    expect(desktops.body.items).toHaveLength(12)
    const elsewhere = await call({
      path: `/20220618/desktopPools?compartmentId=${id('legal-archive')}`,
      region: 'us-ashburn-1',
    })
    expect(elsewhere.body.items).toMatchObject([{ displayName: 'legal-closed', lifecycleState: 'INACTIVE' }])
    const work = await sandbox.control.createWorkRequest({ service: 'desktops', compartment: 'legal' })
    expect(work.compartmentId).toBe(id('legal'))
    expect(counts(sandbox)).toMatchObject({ pools: 5, desktops: 25, accessRequests: 6 })
    readEverything(sandbox.world)
  })

  test('changes no OCID of the usual, and is there again after a reset', async () => {
    const sandbox = await start(wanted)
    const usual = await start({ sizes: small })
    const ids = ({ world }: Sandbox) => [...world.rows.keys()]
    expect(ids(usual).every((id) => sandbox.world.rows.has(id))).toBe(true)
    const before = ids(sandbox)
    await sandbox.control.reset()
    expect(ids(sandbox)).toEqual(before)
  })
})

test('the example of the README is one', async () => {
  const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8')
  const [, example] = /```json\n(.*?)```/s.exec(readme) ?? []
  const sandbox = await start(example ?? '')
  expect(sandbox.compartments.map(({ name }) => name)).toContain('legal')
  expect(counts(sandbox)).toEqual({ pools: 26, desktops: 1512, accessRequests: 41, workRequests: 60 })
})

describe('a seed file that is not usable is told in a sentence', () => {
  test.each([
    ['{"sizes":', 'seed.json is not usable: it is not JSON'],
    [[], 'it must be object'],
    [{ size: {} }, 'size is nothing it knows'],
    [{ sizes: { pools: -1 } }, 'sizes.pools must be >= 0'],
    [{ sizes: { pools: 1e9 } }, 'sizes.pools must be <= 1000'],
    [{ desktopPools: [{ name: 'x' }] }, 'desktopPools.0.compartment is missing'],
    [
      { desktopPools: [{ name: 'x', compartment: 'workplace', state: 'ASLEEP' }] },
      'desktopPools.0.state must be one of ACTIVE, INACTIVE, FAILED',
    ],
    [
      { desktopPools: [{ name: 'x', compartment: 'nowhere' }] },
      'desktopPools.0: there is no compartment named nowhere',
    ],
    [
      { desktopPools: [{ name: 'finance-trading', compartment: 'workplace' }] },
      'desktopPools.0: there is a desktop pool named finance-trading already',
    ],
    [{ compartments: [{ name: 'a/b' }] }, 'compartments.0.name must match pattern'],
    [{ compartments: [{ name: 'platform' }] }, 'compartments.0: there is a compartment named platform already'],
    [{ compartments: [{ name: 'a', parent: 'b' }] }, 'compartments.0: there is no compartment named b above it'],
    [{ accessRequests: [{ service: 'desktops' }] }, 'accessRequests.0.service must be one of operator-access-control'],
    [
      { accessRequests: [{ service: 'operator-access-control', compartment: 'nowhere' }] },
      'accessRequests.0: There is no compartment nowhere, only platform',
    ],
    [
      { accessRequests: [{ service: 'operator-access-control', actions: ['MAKE_COFFEE'] }] },
      'accessRequests.0: MAKE_COFFEE is no operator action',
    ],
  ])('%j', async (content, sentence) => {
    await expect(start(content)).rejects.toThrow(sentence)
  })

  test('when it is not there', async () => {
    await expect(startSandbox({ life: false, seedFile: join(folder, 'none.json') })).rejects.toThrow(
      /The seed file .*none\.json cannot be read: ENOENT/,
    )
  })
})
