import { afterAll, beforeAll, expect, test } from 'vitest'
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
