import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startGatehouse, type Gatehouse } from '@gatehouse/bff'
import { startSandbox, type Sandbox } from '@gatehouse/sandbox'
import { signInAs, temporaryFolder } from './stack.ts'
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

  const quiet = await approvals(gatehouse, sandbox, cookie)

  await sandbox.control.faults.set({
    operation: 'operator-access-control.listAccessRequests',
    status: 429,
    code: 'TooManyRequests',
    retryAfterSeconds: 20,
  })
  const listing = await openStreams(gatehouse, cookie, 1, () => ['access-requests'])
  await untilCalled(sandbox, 'operator-access-control.listAccessRequests')
  const throttled = await approvals(gatehouse, sandbox, cookie)
  listing.abort()
  await sandbox.control.faults.clear()

  const crowd = await openStreams(gatehouse, cookie, streams, (stream) =>
    Array.from(
      { length: topicsPerStream },
      (_, topic) =>
        `access-request/frankfurt/${service}/ocid1.opctlaccessrequest.oc1.eu-frankfurt-1.bench${stream}x${topic}`,
    ),
  )
  const crowded = await approvals(gatehouse, sandbox, cookie)
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

/** The median time of an approval, in milliseconds. */
async function approvals(gatehouse: Gatehouse, sandbox: Sandbox, cookie: string): Promise<number> {
  const ask = (path: string, body?: object) =>
    fetch(gatehouse.url + path, {
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
  const times: number[] = []
  for (let count = 0; count < decisions; count++) {
    const { id } = await sandbox.control.raiseAccessRequest({ service, severity: 'S3', approvers: 1 })
    await sandbox.control.advance(60_000) // past what the control checks by itself
    const path = `/api/access-requests/frankfurt/${service}/${id}`
    const { version } = (await (await ask(path)).json()) as { version: string }
    const startedAt = performance.now()
    const reply = await ask(`${path}/approve`, { attemptId: randomUUID(), seen: version })
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
      const query = new URLSearchParams(topicsOf(stream).map((topic) => ['topic', topic]))
      const reply = await fetch(`${gatehouse.url}/api/events?${query.toString()}`, {
        headers: { cookie },
        signal: closing.signal,
      })
      reply.body?.pipeTo(new WritableStream()).catch(() => {}) // ends with the abort
    }),
  )
  return closing
}

async function untilCalled({ control }: Sandbox, operation: 'operator-access-control.listAccessRequests') {
  await control.calls.clear()
  while (!(await control.calls.counts())[operation]) await new Promise((resolve) => setTimeout(resolve, 50))
}
