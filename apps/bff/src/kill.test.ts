import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AccessRequest, Action } from '@gatehouse/contract'
import { startSandbox, type Sandbox } from '@gatehouse/sandbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, kill, runCommand, signInAt, startBffProcess } from './testing/bff-process.ts'
import { database } from './testing/database.ts'

const decisions = 80
const inFlight = 40
const kills = 8
const password = 'a password for this test alone'

let sandbox: Sandbox
let folder: string
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-kill-'))
  sandbox = await startSandbox({ life: false, paceMs: 50, configDir: join(folder, 'oci') })
  const connections = [
    'connections:',
    `  - { id: frankfurt, region: eu-frankfurt-1, endpoint: "${sandbox.endpoint('eu-frankfurt-1')}", services: [operator-access-control] }`,
    'people:',
    '  - { name: first, profiles: { frankfurt: ADMINISTRATOR } }',
  ]
  await writeFile(join(folder, 'gatehouse.yaml'), connections.join('\n'))
  env = {
    PATH: process.env.PATH,
    HOME: folder,
    GATEHOUSE_PORT: '0',
    GATEHOUSE_DATA_DIR: join(folder, 'data'),
    ...database.environment(await database.create()),
    GATEHOUSE_CONFIG: join(folder, 'gatehouse.yaml'),
    GATEHOUSE_LOG_LEVEL: 'error',
    OCI_CONFIG_FILE: sandbox.configFile,
  }
  await runCommand({ ...env, GATEHOUSE_PASSWORD: password }, 'create-admin', '--name', 'first')
})

afterAll(async () => {
  await sandbox.close()
  await database.remove()
  await rm(folder, { recursive: true, force: true })
})

test('killed in the middle of decisions, forty at once, it loses none that was acknowledged and makes none twice', async () => {
  const requests = await Promise.all(
    Array.from({ length: decisions }, () =>
      sandbox.control.raiseAccessRequest({ service: 'operator-access-control', approvers: 1, severity: 'S3' }),
    ),
  )
  const attempts = requests.map(({ id }) => ({ id, attemptId: randomUUID(), acknowledged: false }))
  const left = [...attempts]
  let process = await startBff()
  let killed = 0

  // people who press again until they hear that OCI took it
  const persons = Array.from({ length: inFlight }, async () => {
    for (let attempt = left.shift(); attempt; attempt = left.shift()) {
      while (!attempt.acknowledged) attempt.acknowledged = await approve(process.current, attempt)
    }
  })
  const deciding = Promise.all(persons).then(() => (killed = Number.POSITIVE_INFINITY))
  while (killed < kills) {
    await sleep(100 + Math.random() * 400)
    if (killed >= kills) break
    killed += 1
    await kill(process.child)
    process = await replaceBff(process)
  }
  await deciding
  expect(attempts.every(({ acknowledged }) => acknowledged)).toBe(true)

  await kill(process.child)
  process = await replaceBff(process)
  const ledger = await settledLedger(process.current)
  await kill(process.child)

  for (const { id, attemptId } of attempts) {
    const row = sandbox.world.regions.get('eu-frankfurt-1')?.accessRequests.get(id)
    expect(row?.wire.approverDetails, `approvals of ${id}`).toHaveLength(1)
    expect(ledger.filter((action) => action.id === attemptId).map(({ status }) => status)).toEqual(['done'])
  }
  expect(ledger).toHaveLength(decisions)
  expect(await runCommand(env, 'verify-ledger')).toMatch(/whole/i)
}, 120_000)

interface Running {
  child: ChildProcess
  /** Its content changes at each restart; the people who hold it go on with the new one. */
  current: { url: string; cookie: string }
}

async function startBff(): Promise<Running> {
  const { child, url } = await startBffProcess(env)
  return { child, current: { url, cookie: await signInAt(url, 'first', password) } }
}

async function replaceBff({ current }: Running): Promise<Running> {
  const { child, url } = await startBffProcess(env)
  const cookie = await signInAt(url, 'first', password)
  Object.assign(current, { url, cookie })
  return { child, current }
}

/** True once the server said that OCI took it; false when it could not be asked, or did not know. */
async function approve(
  current: Running['current'],
  { id, attemptId }: { id: string; attemptId: string },
): Promise<boolean> {
  const { url, cookie } = current
  const path = `/api/access-requests/frankfurt/operator-access-control/${id}`
  try {
    const seen = await ask(url, cookie, path)
    if (!seen.ok) throw new Error(`Reading it answered ${seen.status}`)
    const { version } = (await seen.json()) as AccessRequest // the contract's reply
    if (await isTaken(ask(url, cookie, `${path}/approve`, { attemptId, seen: version }))) return true
    // The answer was lost when the process was killed; it is sent again only because the person asks.
    return await isTaken(ask(url, cookie, `/api/activity/${attemptId}/try-again`, {}))
  } catch {
    await sleep(50) // the process was killed in the meantime
    return false
  }
}

async function isTaken(asking: Promise<Response>): Promise<boolean> {
  const reply = await asking
  if (reply.status !== 202) return false
  const { status } = (await reply.json()) as Action // the contract's reply
  return status === 'accepted' || status === 'done'
}

async function settledLedger({ url, cookie }: Running['current']): Promise<Action[]> {
  for (;;) {
    const reply = await ask(url, cookie, '/api/activity?limit=500')
    const { items } = (await reply.json()) as { items: Action[] } // the contract's reply
    if (items.every(({ status }) => status === 'done' || status === 'failed')) return items
    await sleep(100)
  }
}
