import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startGatehouse, type Gatehouse } from '@gatehouse/bff'
import { startSandbox, type Sandbox } from '@gatehouse/sandbox'
import { openStream, signInAs, temporaryFolder } from './stack.ts'
import { median } from './statistics.ts'

const decisions = 15
const streams = 200
const topicsPerStream = 50
const account = { name: 'first', password: 'a password for this bench alone' }
const service = 'operator-access-control'

/**
 * How long an approval takes with the budget that a real tenancy gets: on a quiet system, while OCI throttles a listing of
 * the same service, and while 200 streams of one viewer have 10,000 things read. All in one run, as ratios to the first.
 */
export async function benchDecisions() {
  const folder = await temporaryFolder()
  const sandbox = await startSandbox({ life: false, paceMs: 3_600_000, configDir: join(folder.path, 'oci') })
  const gatehouse = await startOn(sandbox, folder.path)
  const cookie = await signInAs(gatehouse, account)

  const quiet = await approvalTime(gatehouse, await seenRequests(gatehouse, sandbox, cookie), cookie)
  const [whileThrottled, whileCrowded] = [
    await seenRequests(gatehouse, sandbox, cookie),
    await seenRequests(gatehouse, sandbox, cookie),
  ]

  await sandbox.control.faults.set({
    operation: 'operator-access-control.listAccessRequests',
    status: 429,
    code: 'TooManyRequests',
    retryAfterSeconds: 20,
  })
  const listing = await openStreams(gatehouse, cookie, 1, () => ['access-requests'])
  await untilCalled(sandbox, 'operator-access-control.listAccessRequests')
  const throttled = await approvalTime(gatehouse, whileThrottled, cookie)
  listing.abort()
  await sandbox.control.faults.clear()

  const crowd = await openStreams(gatehouse, cookie, streams, (stream) =>
    Array.from(
      { length: topicsPerStream },
      (_, topic) =>
        `access-request/frankfurt/${service}/ocid1.opctlaccessrequest.oc1.eu-frankfurt-1.bench${stream}x${topic}`,
    ),
  )
  const crowded = await approvalTime(gatehouse, whileCrowded, cookie)
  crowd.abort()

  await gatehouse.close()
  await sandbox.close()
  await folder.remove()
  const row = (name: string, ms: number) => ({
    name: `An approval ${name} / on a quiet system`,
    value: `${(ms / quiet).toFixed(2)} ×`,
    aim: '≤ 1.5',
    detail: `median ${ms.toFixed(0)} ms against ${quiet.toFixed(0)} ms`,
  })
  return [
    row('while OCI throttles a listing of the same service', throttled),
    row(`while ${streams} streams have ${streams * topicsPerStream} things read`, crowded),
  ]
}

async function startOn(sandbox: Sandbox, folder: string): Promise<Gatehouse> {
  const config = join(folder, 'gatehouse.yaml')
  await writeFile(
    config,
    `connections:
  - { id: frankfurt, profile: ADMINISTRATOR, region: eu-frankfurt-1, endpoint: "${sandbox.endpoint('eu-frankfurt-1')}" }
`,
  )
  const env = { GATEHOUSE_CONFIG: config, OCI_CONFIG_FILE: sandbox.configFile! } // it has one, as it was given a folder
  const dataFolder = join(folder, 'data')
  const main = join(import.meta.dirname, '../../apps/bff/src/main.ts')
  await promisify(execFile)(process.execPath, [main, 'create-admin', '--name', account.name], {
    env: { PATH: process.env.PATH, GATEHOUSE_DATA_DIR: dataFolder, GATEHOUSE_PASSWORD: account.password },
  })
  return startGatehouse({ dataFolder, env })
}

const ask = (gatehouse: Gatehouse, cookie: string, path: string, body?: object) =>
  fetch(gatehouse.url + path, {
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })

interface SeenRequest {
  path: string
  version: string
}

/** Access requests that wait, as an approver has read them. */
async function seenRequests(gatehouse: Gatehouse, sandbox: Sandbox, cookie: string): Promise<SeenRequest[]> {
  const raised: string[] = []
  for (let count = 0; count < decisions; count++) {
    const { id } = await sandbox.control.raiseAccessRequest({ service, severity: 'S3', approvers: 1 })
    raised.push(`/api/access-requests/frankfurt/${service}/${id}`)
  }
  await sandbox.control.advance(60_000) // past what the control checks by itself
  return Promise.all(
    raised.map(async (path) => {
      const reply = await ask(gatehouse, cookie, path)
      if (!reply.ok) throw new Error(`Reading answered ${reply.status}: ${await reply.text()}`)
      const { version } = (await reply.json()) as { version: string } // the contract's reply
      return { path, version }
    }),
  )
}

/** The median time of an approval, in milliseconds. */
async function approvalTime(gatehouse: Gatehouse, requests: readonly SeenRequest[], cookie: string): Promise<number> {
  const times: number[] = []
  for (const { path, version } of requests) {
    const startedAt = performance.now()
    const reply = await ask(gatehouse, cookie, `${path}/approve`, { attemptId: randomUUID(), seen: version })
    if (reply.status !== 202) throw new Error(`Approving answered ${reply.status}: ${await reply.text()}`)
    times.push(performance.now() - startedAt)
  }
  return median(times)
}

async function openStreams(
  gatehouse: Gatehouse,
  cookie: string,
  count: number,
  topicsOf: (stream: number) => string[],
) {
  const closing = new AbortController()
  await Promise.all(
    Array.from({ length: count }, async (_, stream) => {
      await openStream(gatehouse, { cookie, topics: topicsOf(stream), signal: closing.signal })
    }),
  )
  return closing
}

async function untilCalled({ control }: Sandbox, operation: 'operator-access-control.listAccessRequests') {
  await control.calls.clear()
  while (!(await control.calls.counts())[operation]) await new Promise((resolve) => setTimeout(resolve, 50))
}
