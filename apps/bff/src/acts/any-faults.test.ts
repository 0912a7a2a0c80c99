import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { AccessRequest, Action } from '@gatehouse/contract'
import type { LightMyRequestResponse } from 'fastify'
import { startSandbox, type FaultRule, type Sandbox } from '@gatehouse/sandbox'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { startFromConfig, type Gatehouse } from '../start.ts'
import { createBrowser, type Browser } from '../testing/stack.ts'
import { eventually } from '../testing/eventually.ts'
import { createUser } from '../users/users.ts'

/*
 * For any sequence of faults, kills and restarts: the ledger's word agrees with what the sandbox did, no act happens
 * twice, nothing that was marked failed has happened, and nothing is sent after the person was answered.
 */

/** How long a person waits for an act here, and when an effect that is late comes; milliseconds. */
const patienceMs = 1_500
const lateMs = 2_500

const password = 'a password for this test alone'
const approveOperation = 'operator-access-control.approveAccessRequest'
const stopOperation = 'desktops.stopDesktopPool'

let folder: string
let sandbox: Sandbox
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-faults-'))
  sandbox = await startSandbox({ life: false, paceMs: 20, configDir: join(folder, 'oci') })
  await writeFile(
    join(folder, 'gatehouse.yaml'),
    `connections:
  - id: frankfurt
    profile: ADMINISTRATOR
    region: eu-frankfurt-1
    endpoint: "${sandbox.endpoint('eu-frankfurt-1')}"
    services: [desktops, operator-access-control]
`,
  )
})
afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true, force: true })
})

type Kind = 'approve' | 'stop'

/** What happens around one act, in order. */
interface Story {
  kind: Kind
  /** What the calls meet, one after another; the last goes on. */
  faults: Omit<FaultRule, 'operation'>[]
  /** The process is killed so long after the act was asked for, in milliseconds; null: it lives. */
  killAfterMs: number | null
  /** The person presses Try again when it is unknown. */
  triesAgain: boolean
  /** The fault is over before the person presses. */
  recovers: boolean
  /** Nothing of the thing can be read from its first call on, until the fault is over. */
  readsFail: boolean
}

const fault: fc.Arbitrary<Omit<FaultRule, 'operation'>> = fc.oneof(
  fc.constantFrom<Omit<FaultRule, 'operation'>>(
    { break: 'cut' },
    { break: 'cut', afterEffect: true },
    { break: 'portal' },
    { break: 'portal', afterEffect: true },
    { break: 'garbage', afterEffect: true },
    { break: 'html' },
    { break: 'html', afterEffect: true },
    { status: 429, code: 'TooManyRequests' },
    { status: 500, code: 'InternalServerError' },
    { status: 503, code: 'ServiceUnavailable', afterEffect: true },
    { status: 409, code: 'IncorrectState' },
    { status: 404, code: 'NotAuthorizedOrNotFound' },
  ),
  fc.record({ delayMs: fc.integer({ min: 1, max: 60 }) }),
  // Longer than the person waits: it takes effect after the act was answered as unknown.
  fc.constant({ delayMs: lateMs }),
)

const story: fc.Arbitrary<Story> = fc.record({
  kind: fc.constantFrom<Kind>('approve', 'stop'),
  faults: fc.array(fault, { maxLength: 4 }),
  killAfterMs: fc.option(fc.integer({ min: 0, max: 250 }), { freq: 2 }),
  triesAgain: fc.boolean(),
  recovers: fc.boolean(),
  readsFail: fc.boolean(),
})

test('the ledger agrees with OCI after any faults, kills and restarts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 4 }), async (stories) => {
      await sandbox.control.reset()
      const world = await startWorld()
      try {
        for (const one of stories) await world.live(one)
        await world.settleAndCheck()
      } finally {
        await world.end()
      }
    }),
    { numRuns: 8, seed: Number(process.env['PROPERTY_SEED'] ?? 7), endOnFailure: true },
  )
}, 300_000)

interface Lived {
  story: Story
  attemptId: string
  subjectId: string
  /** How often the act had taken effect on its subject before. */
  before: number
  /** What the person was answered last; null when the answer never came. */
  answer: Action | 'failed' | null
}

async function startWorld() {
  const dataFolder = await mkdtemp(join(folder, 'data-'))
  const lived: Lived[] = []
  let offsetMs = 0
  let gatehouse = await start()
  await createUser(gatehouse.services.store, { name: 'first', role: 'admin', password })
  let person = await signIn()

  async function start(): Promise<Gatehouse> {
    const config = readConfig({
      GATEHOUSE_PORT: '0',
      GATEHOUSE_DATA_DIR: dataFolder,
      GATEHOUSE_CONFIG: join(folder, 'gatehouse.yaml'),
      GATEHOUSE_LOG_LEVEL: 'silent',
      OCI_CONFIG_FILE: sandbox.configFile,
    })
    const acts = { patienceMs, followPace: 0.03 }
    return startFromConfig(config, { listen: false, now: () => Date.now() + offsetMs, acts })
  }

  async function signIn(): Promise<Browser> {
    const browser = createBrowser(gatehouse.app)
    expect((await browser.post('/api/session', { name: 'first', password })).statusCode).toBe(200)
    return browser
  }

  /** As a kill does: what is in flight at OCI goes on there, and this process records nothing of it. */
  async function killAndRestart() {
    const killed = gatehouse
    await killed.services.store.close()
    gatehouse = await start()
    person = await signIn()
    await killed.close().catch(() => undefined)
  }

  async function ask({ kind }: Story, attemptId: string, subjectId: string): Promise<Action | 'failed' | null> {
    try {
      if (kind === 'stop')
        return readAnswer(await person.post(`/api/desktop-pools/frankfurt/${subjectId}/stop`, { attemptId }))
      const path = `/api/access-requests/frankfurt/operator-access-control/${subjectId}`
      const seen = (await person.get(path)).json<AccessRequest>()
      const body = { attemptId, seen: seen.version, comment: 'Agreed' }
      return readAnswer(await person.post(`${path}/approve`, body))
    } catch {
      return null
    }
  }

  return {
    async live(story: Story) {
      const attemptId = randomUUID()
      const subjectId = story.kind === 'stop' ? anActivePool(lived) : await aWaitingRequest()
      const before = effectsOn(subjectId, story.kind)
      const operation = story.kind === 'stop' ? stopOperation : approveOperation
      for (const [place, rule] of story.faults.entries()) {
        const isLast = place === story.faults.length - 1
        await sandbox.control.faults.set({
          operation,
          ...rule,
          ...(isLast && rule.delayMs === undefined ? {} : { times: 1 }),
        })
      }
      const asking = ask(story, attemptId, subjectId)
      const here: Lived = { story, attemptId, subjectId, before, answer: null }
      lived.push(here)
      if (story.readsFail) await breakReadsAfterFirst(operation)
      if (story.killAfterMs === null) here.answer = await asking
      else {
        await wait(story.killAfterMs)
        await killAndRestart()
        // An answer of a killed process never reaches anybody.
        await asking
      }
      if (story.recovers) await sandbox.control.faults.clear()
      if (story.triesAgain && here.answer !== 'failed') {
        const again = await person.post(`/api/activity/${attemptId}/try-again`, {})
        if (again.statusCode === 202) here.answer = readAnswer(again)
      }
      await sandbox.control.faults.clear()
      await sandbox.control.calls.clear()
    },

    async settleAndCheck() {
      // What is on its way when the clock is moved would come later than it can at OCI.
      await wait(lateMs)
      const sent = await changes()
      offsetMs += 11 * 60_000
      const actions = await eventually(async () => {
        const found = (await person.get('/api/activity?limit=500')).json<{ items: Action[] }>().items
        expect(found.filter(({ status }) => status !== 'done' && status !== 'failed')).toEqual([])
        return found
      })
      // Nothing is sent after the person was answered.
      expect(await changes()).toEqual(sent)

      for (const { attemptId, subjectId, answer, story, before } of lived) {
        const action = actions.find(({ id }) => id === attemptId)
        const happened = effectsOn(subjectId, story.kind) - before
        expect(happened, `${story.kind} happened more than once`).toBeLessThanOrEqual(1)
        // An attempt that the ledger does not know was never sent.
        expect(happened, JSON.stringify({ story, action })).toBe(action?.status === 'done' ? 1 : 0)
        expect(answer === 'failed' && happened > 0, 'It happened after its person was told that it failed').toBe(false)
      }
    },

    async end() {
      await gatehouse.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

function readAnswer(reply: LightMyRequestResponse): Action | 'failed' {
  return reply.statusCode === 202 ? reply.json<Action>() : 'failed'
}

const region = () => sandbox.world.regions.get('eu-frankfurt-1')! // of every world

const anActivePool = (lived: readonly Lived[]) => {
  const used = new Set(lived.map(({ subjectId }) => subjectId))
  const pools = [...region().desktopPools.values()]
  return pools.find(({ id, wire }) => wire.lifecycleState === 'ACTIVE' && !used.has(id))!.id // the seed has more than are used
}

async function aWaitingRequest(): Promise<string> {
  const raised = await sandbox.control.raiseAccessRequest({
    service: 'operator-access-control',
    approvers: 1,
    severity: 'S3',
  })
  await eventually(() => expect(region().accessRequests.get(raised.id).wire.lifecycleState).toBe('APPROVALWAITING'))
  return raised.id
}

/** How often the act took effect at OCI. */
function effectsOn(subjectId: string, kind: Kind): number {
  if (kind === 'approve') return region().accessRequests.get(subjectId).wire.approverDetails?.length ?? 0
  return [...region().workRequests.values()].filter(
    ({ wire }) =>
      wire.operationType === 'STOP_DESKTOP_POOL' && wire.resources.some(({ identifier }) => identifier === subjectId),
  ).length
}

const readsOf = {
  [stopOperation]: ['desktops.getDesktopPool', 'desktops.listWorkRequests', 'desktops.getWorkRequest'],
  [approveOperation]: ['operator-access-control.getAccessRequest'],
} as const

/** Once the act was called, nothing of its thing can be read any more. */
async function breakReadsAfterFirst(operation: keyof typeof readsOf) {
  for (let round = 0; round < 40 && !(await sandbox.control.calls.counts())[operation]; round++) await wait(5)
  for (const read of readsOf[operation]) await sandbox.control.faults.set({ operation: read, status: 503 })
}

async function changes() {
  const counts = await sandbox.control.calls.counts()
  return [counts[stopOperation] ?? 0, counts[approveOperation] ?? 0]
}
