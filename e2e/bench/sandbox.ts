import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { getText } from './get-text.ts'
import type { StartedSandbox, WantedSandbox } from './sandbox-process.ts'
import { median, paired, quantile, ratioText, throughput } from './statistics.ts'

const rounds = 7
const load = { calls: 400, inFlight: 8 }

/** As many pools as make one compartment of one region have a page of a hundred. */
const manyPools = { pools: 1000, desktops: 1500 }
const large = { pools: 200, desktops: 50_000 }

const pageCalls = 101

/** The sandbox on its own: a page of pools against a bare route, and a large world's memory and time for a page. */
export async function benchSandbox() {
  return [...(await benchPoolPage()), ...(await benchLargeWorld())]
}

/** Every call's signature is verified by the sandbox; the calls are signed before the clock runs. */
async function benchPoolPage() {
  const { process, started } = await startProcess(manyPools)
  const agent = new Agent({ keepAlive: true, maxSockets: load.inFlight })
  const target = `/20220618/desktopPools?compartmentId=${compartmentOf(started)}&limit=100`
  const headers = signed(started, target)
  const page = await getText(started.url + target, headers, agent)
  const count = (JSON.parse(page) as { items: unknown[] }).items.length
  if (count !== 100) throw new Error(`The page has ${count} pools instead of 100`)
  await fetch(`${started.bareUrl}/bytes`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: page,
  })

  const result = await paired(
    () => throughput(() => getText(started.url + target, headers, agent), load),
    () => throughput(() => getText(started.bareUrl + target, headers, agent), load),
    rounds,
  )
  agent.destroy()
  process.kill()
  return [
    {
      name: `The sandbox’s page of 100 pools (${(page.length / 1024).toFixed(0)} kB, signature verified) / a bare Fastify route`,
      value: ratioText(result),
      aim: '',
      detail: `${result.a.toFixed(0)}/s against ${result.b.toFixed(0)}/s`,
    },
  ]
}

async function benchLargeWorld() {
  const { process, started } = await startProcess(large)
  const agent = new Agent({ keepAlive: true })
  const query = `compartmentId=${compartmentOf(started)}&lifecycleState=ACTIVE&sortBy=DISPLAYNAME&sortOrder=DESC`
  const rows = []
  for (const limit of [100, 1000]) {
    const target = `/20220618/desktops?${query}&limit=${limit}`
    const headers = signed(started, target)
    const times: number[] = []
    for (let call = 0; call < pageCalls; call++) {
      const startedAt = performance.now()
      await getText(started.url + target, headers, agent)
      times.push(performance.now() - startedAt)
    }
    rows.push({
      name: `A filtered, sorted page of ${limit} among 50,000 desktops, median`,
      value: `${median(times).toFixed(1)} ms`,
      aim: '< 10 ms',
      detail: `p95 ${quantile(times, 0.95).toFixed(1)} ms, over HTTP, signature verified`,
    })
  }
  agent.destroy()
  process.kill()
  const { heap, resident } = started
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`
  return [
    {
      name: 'A sandbox with 200 pools and 50,000 desktops, heap',
      value: megabytes(heap.after - heap.before),
      aim: '',
      detail: `${((heap.after - heap.before) / large.desktops / 1024).toFixed(1)} kB a desktop; process ${megabytes(resident)}`,
    },
    ...rows,
  ]
}

async function startProcess(size: WantedSandbox): Promise<{ process: ChildProcess; started: StartedSandbox }> {
  const process = fork(join(import.meta.dirname, 'sandbox-process.ts'))
  process.send(size)
  const [started] = (await once(process, 'message')) as [StartedSandbox] // what it sends
  return { process, started }
}

/** Where a third of all pools are. */
function compartmentOf({ compartments }: StartedSandbox): string {
  const found = compartments.find(({ name }) => name === 'desktops-finance')
  if (!found) throw new Error('The sandbox has no compartment desktops-finance')
  return found.id
}

/** Good for five minutes, and for that call only. */
function signed({ tenancyId, user, url }: StartedSandbox, target: string): Record<string, string> {
  const { host } = new URL(url)
  const date = new Date().toUTCString()
  const text = `date: ${date}\n(request-target): get ${target}\nhost: ${host}`
  const signature = sign('sha256', Buffer.from(text), createPrivateKey(user.privateKeyPem)).toString('base64')
  const keyId = `${tenancyId}/${user.id}/${user.fingerprint}`
  const authorization = `Signature version="1",keyId="${keyId}",algorithm="rsa-sha256",headers="date (request-target) host",signature="${signature}"`
  return { date, host, authorization }
}
