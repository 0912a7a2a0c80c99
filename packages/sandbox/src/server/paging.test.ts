import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../index.ts'
import { startSandbox } from '../index.ts'
import type { TestAnswer, TestClient } from '../testing-client.ts'
import { createTestClient } from '../testing-client.ts'

let sandbox: Sandbox
let call: TestClient
let log: string

beforeAll(async () => {
  sandbox = await startSandbox({ life: false })
  call = createTestClient(sandbox)
  const { id } = await sandbox.control.createWorkRequest({ service: 'desktops', lines: 250 })
  log = `/20220618/workRequests/${id}/logs`
})
afterAll(() => sandbox.close())

const next = (answer: TestAnswer) => answer.headers.get('opc-next-page')

/** Every page from the first on; `between` runs after each. */
async function walk(path: string, between: () => Promise<unknown> = async () => undefined) {
  const pages: TestAnswer[] = []
  let page: string | null | undefined
  do {
    const answer = await call(page ? `${path}&page=${page}` : path)
    expect(answer.status).toBe(200)
    pages.push(answer)
    page = next(answer)
    if (page) await between()
  } while (page)
  return pages
}

test('all pages together are the list, once each, and the last has no token', async () => {
  const pages = await walk(`${log}?limit=100&sortOrder=ASC`)
  expect(pages.map(({ body }) => body.items.length)).toEqual([100, 100, 50])
  expect(pages.flatMap(({ body }) => body.items.map((line: { message: string }) => line.message))).toEqual(
    Array.from({ length: 250 }, (_, index) => `Step ${index + 1} of the work is done`),
  )
})

test('a hundred items come when no limit is given', async () => {
  expect((await call(log)).body.items).toHaveLength(100)
})

test('while things are added, pages neither repeat nor lose what was there', async () => {
  const compartmentId = sandbox.compartments.find(({ name }) => name === 'sandbox-lab')!.id
  const create = (name: string) =>
    call({
      method: 'POST',
      path: '/20200630/operatorControls',
      body: {
        operatorControlName: name,
        approverGroupsList: [sandbox.world.groups.get('access-approvers')],
        isFullyPreApproved: false,
        resourceType: 'EXADATAINFRASTRUCTURE',
        compartmentId,
      },
    })
  const names = Array.from({ length: 12 }, (_, index) => `control-${String.fromCodePoint(97 + index)}`)
  for (const name of names) expect(await create(name)).toMatchObject({ status: 200 })

  let added = 0
  const pages = await walk(
    `/20200630/operatorControls?compartmentId=${compartmentId}&sortBy=displayName&sortOrder=ASC&limit=3`,
    async () => Promise.all([create(`control-a-${++added}`), create(`control-z-${added}`)]),
  )
  const seen: string[] = pages.flatMap(({ body }) =>
    body.items.map((item: { operatorControlName: string }) => item.operatorControlName),
  )
  expect(seen.filter((name) => names.includes(name))).toEqual(names)
  expect(new Set(seen).size).toBe(seen.length)
  expect(added).toBeGreaterThan(2)
})

test('a token is good for its own query only', async () => {
  const token = next(await call(`${log}?limit=10&sortOrder=ASC`))
  const other = await sandbox.control.createWorkRequest({ service: 'desktops', lines: 20 })
  const good = [`${log}?limit=10&sortOrder=ASC`, `${log}?sortOrder=ASC&limit=200`]
  const bad = [
    `${log}?limit=10&sortOrder=DESC`,
    `${log}?limit=10`,
    `/20220618/workRequests/${other.id}/logs?limit=10&sortOrder=ASC`,
    `/20160918/compartments?compartmentId=${sandbox.tenancyId}`,
  ]
  for (const path of good) expect(await call(`${path}&page=${token}`)).toMatchObject({ status: 200 })
  for (const path of bad)
    expect(await call(`${path}&page=${token}`)).toMatchObject({
      status: 400,
      body: { code: 'InvalidParameter', message: expect.stringContaining('page') },
    })
})

test('a token that was changed, cut or made up is refused', async () => {
  const token = next(await call(`${log}?limit=10`))!
  for (const garbled of [token.slice(0, -2), token.slice(4), `x${token}`, 'x', '', 'eyJsaW1pdCI6MTB9', '%F0%9F%98%80'])
    expect(await call(`${log}?limit=10&page=${garbled}`)).toMatchObject({
      status: 400,
      body: { code: 'InvalidParameter' },
    })
})

test('identity answers with bare arrays, in pages too', async () => {
  const path = `/20160918/compartments?compartmentId=${sandbox.tenancyId}&compartmentIdInSubtree=true&limit=3`
  const pages = await walk(path)
  expect(pages.map(({ body }) => body.length)).toEqual([3, 3, 2])
})

describe('a list that goes wrong on request', () => {
  const compartmentId = () => sandbox.compartments.find(({ name }) => name === 'desktops-finance')!.id
  const list = () => `/20220618/desktops?compartmentId=${compartmentId()}&limit=200`
  const ids = ({ body }: TestAnswer) => body.items.map(({ id }: { id: string }) => id)

  /** So many pages, as a client reads them that follows every token. */
  async function follow(count: number): Promise<TestAnswer[]> {
    const pages = [await call(list())]
    while (pages.length < count) pages.push(await call(`${list()}&page=${next(pages.at(-1)!)}`))
    return pages
  }

  afterEach(() => sandbox.control.faults.clear())

  test('has ever new tokens, and begins again behind its end', async () => {
    const sound = await walk(list())
    expect(sound.length).toBeGreaterThan(1)
    await sandbox.control.faults.set({ operation: 'desktops.listDesktops', break: 'endless-pages' })
    const pages = await follow(3 * sound.length)
    expect(new Set(pages.map(next)).size).toBe(pages.length)
    expect(pages.map(ids)).toEqual([...sound, ...sound, ...sound].map(ids))
  })

  test('answers one page for ever, with one token', async () => {
    await sandbox.control.faults.set({ operation: 'desktops.listDesktops', break: 'same-page' })
    const pages = await follow(4)
    expect(new Set(pages.map(next)).size).toBe(1)
    for (const page of pages) expect(ids(page)).toEqual(ids(pages[0]!))
  })

  test('goes on for ever where it is empty', async () => {
    const empty = sandbox.compartments.find(({ name }) => name === 'platform')!.id
    const path = `/20220618/desktops?compartmentId=${empty}`
    expect(next(await call(path))).toBeNull()
    await sandbox.control.faults.set({ operation: '*', compartmentId: empty, break: 'endless-pages' })
    const first = await call(path)
    const second = await call(`${path}&page=${next(first)}`)
    expect([first.body.items, second.body.items]).toEqual([[], []])
    expect(next(second)).not.toBe(next(first))
  })

  test('is as it was once the fault is cleared, and its tokens still lead somewhere', async () => {
    const sound = await walk(list())
    const fault = await sandbox.control.faults.set({ operation: 'desktops.listDesktops', break: 'endless-pages' })
    const pages = await follow(sound.length)
    await sandbox.control.faults.clear(fault.id)
    expect(ids(await call(`${list()}&page=${next(pages[0]!)}`))).toEqual(ids(sound[1]!))
    expect(await call(`${list()}&page=${next(pages.at(-1)!)}`)).toMatchObject({ status: 200, body: sound[0]!.body })
    expect((await walk(list())).map(ids)).toEqual(sound.map(ids))
  })
})
