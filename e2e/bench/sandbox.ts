import { createPrivateKey, sign } from 'node:crypto'
import { Agent } from 'node:http'
import { largeSize, startSandboxProcess } from './at-size.ts'
import { getText } from './get-text.ts'
import type { StartedSandbox } from './sandbox-process.ts'
import { median, paired, quantile, ratioText, throughput } from './statistics.ts'

const rounds = 7
const load = { calls: 400, inFlight: 8 }

/** As many pools as make one compartment of one region have a page of a hundred. */
const manyPools = { pools: 1000, desktops: 1500 }
const large = { pools: 200, desktops: 50_000 }

const pageCalls = 101

/** The sandbox on its own: a page of pools against a bare route, and a large world's memory and time for a page. */
export async function benchSandbox() {
  return [...(await benchPoolPage()), ...(await benchLargeWorld()), ...(await benchManyCompartments())]
}

/** Every call's signature is verified by the sandbox; the calls are signed before the clock runs. */
async function benchPoolPage() {
  const { sandbox: started, stop } = await startSandboxProcess({ size: manyPools })
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
  await stop()
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
  const { sandbox, stop } = await startSandboxProcess({ size: large })
  const query = `compartmentId=${compartmentOf(sandbox)}&lifecycleState=ACTIVE&sortBy=DISPLAYNAME&sortOrder=DESC`
  const rows = []
  for (const limit of [100, 1000])
    rows.push({
      ...(await timeOfPage(sandbox, `${query}&limit=${limit}`)),
      name: `A filtered, sorted page of ${limit} among 50,000 desktops, median`,
      aim: '< 10 ms',
    })
  await stop()
  const { heap, resident } = sandbox
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

/** The same number of desktops over 200 compartments and three regions, most of them empty. */
async function benchManyCompartments() {
  const { sandbox, stop } = await startSandboxProcess({ size: largeSize })
  const pageOf = (compartment: string) =>
    timeOfPage(sandbox, `compartmentId=${compartmentOf(sandbox, compartment)}&limit=1000`)
  const full = await pageOf('asset-management-production-desktops')
  const empty = await pageOf('asset-management-production-network')
  await stop()
  const { startMs, resident } = sandbox
  return [
    {
      name: 'A sandbox with 200 compartments, 3 regions and 50,000 desktops starts in',
      value: `${(startMs / 1000).toFixed(1)} s`,
      aim: '',
      detail: `process ${megabytes(resident)}`,
    },
    { ...full, name: 'There, a page of 1,000 desktops of one compartment, median', aim: '< 10 ms' },
    { ...empty, name: 'There, the list of a compartment without desktops, median', aim: '< 2 ms' },
  ]
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`

/** How long a page of desktops takes, over HTTP, its signature verified. */
async function timeOfPage(sandbox: StartedSandbox, query: string) {
  const agent = new Agent({ keepAlive: true })
  const target = `/20220618/desktops?${query}`
  const headers = signed(sandbox, target)
  const times: number[] = []
  let page = ''
  for (let call = 0; call < pageCalls; call++) {
    const startedAt = performance.now()
    page = await getText(sandbox.url + target, headers, agent)
    times.push(performance.now() - startedAt)
  }
  agent.destroy()
  const { items } = JSON.parse(page) as { items: unknown[] } // as every page has
  return {
    value: `${median(times).toFixed(1)} ms`,
    detail: `p95 ${quantile(times, 0.95).toFixed(1)} ms, ${items.length} rows, over HTTP, signature verified`,
  }
}

/** The OCID of a compartment: that of a third of all pools, unless named. */
function compartmentOf({ compartments }: StartedSandbox, wanted = 'desktops-finance'): string {
  const found = compartments.find(({ name }) => name === wanted)
  if (!found) throw new Error(`The sandbox has no compartment ${wanted}`)
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
