import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { startStack } from './testing/stack.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-world-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a world that is kept goes on after a restart, with what was done in it', async () => {
  const env = { GATEHOUSE_SANDBOX_STATE: join(folder, 'world.json') }
  const raised = await (async () => {
    await using stack = await startStack({ env })
    const { control } = stack.sandbox
    const { id } = await control.raiseAccessRequest({ service: 'operator-access-control', summary: 'Kept' })
    await control.decide(id, { decision: 'reject', user: 'administrator' })
    return id
  })()
  await using stack = await startStack({ env })
  const viewer = await stack.signIn('viewer')
  const reply = await viewer.get(`/api/access-requests/frankfurt/operator-access-control/${raised}`)
  expect(reply.json()).toMatchObject({ id: raised, summary: 'Kept', state: 'REJECTED' })
})

test('a fresh world has what its seed file says', async () => {
  const seedFile = join(folder, 'seed.json')
  await writeFile(seedFile, JSON.stringify({ desktopPools: [{ name: 'mine', compartment: 'sandbox-lab' }] }))
  await using stack = await startStack({ env: { GATEHOUSE_SANDBOX_SEED_FILE: seedFile } })
  const viewer = await stack.signIn('viewer')
  await eventually(async () => {
    const { rows } = (await viewer.get('/api/desktop-pools?search=mine')).json<{ rows: { name: string }[] }>()
    expect(rows.map(({ name }) => name)).toContain('mine')
  })
})

test('a file that cannot be used is a sentence that names it', async () => {
  const seedFile = join(folder, 'broken.json')
  await writeFile(seedFile, '{ "pools": 3 }')
  await expect(startStack({ env: { GATEHOUSE_SANDBOX_SEED_FILE: seedFile } })).rejects.toThrow(
    `The seed file ${seedFile} is not usable: pools is nothing it knows.`,
  )
})
