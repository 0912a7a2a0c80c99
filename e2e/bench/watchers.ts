import { setTimeout as sleep } from 'node:timers/promises'
import { startGatehouse, type Gatehouse } from '@gatehouse/bff'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import { Agent, fetch, setGlobalDispatcher } from 'undici'
import { signIn, temporaryFolder } from './stack.ts'
import { quantile } from './statistics.ts'

const observedMs = 6000
const lines = 20
const lineEveryMs = 400

/** Many who watch one running work request: how often OCI is asked, and how long a line takes to reach all of them. */
export async function benchWatchers() {
  setGlobalDispatcher(new Agent({ connections: null, pipelining: 1 }))
  const folder = await temporaryFolder()
  const gatehouse = await startGatehouse({
    port: 0,
    dataDir: folder.path,
    sandbox: { port: 0, life: false, paceMs: 3_600_000 },
  })
  const cookie = await signIn(gatehouse, 'viewer')
  const work = await gatehouse.sandbox!.control.startWorkRequest({ service: 'desktops', lines: 50 })
  const topics = `topic=work-request/frankfurt/desktops/${work.id}&topic=work-request-log/frankfurt/desktops/${work.id}`

  const rates: string[] = []
  let latency = { p50: Number.NaN, p99: Number.NaN }
  for (const watchers of [1, 100, 1000]) {
    const received: number[] = []
    const stop = new AbortController()
    await Promise.all(Array.from({ length: watchers }, () => watch(gatehouse, cookie, topics, stop.signal, received)))
    await sleep(1500)
    await gatehouse.sandbox!.control.clearCalls()
    const startedAt = performance.now()
    await sleep(observedMs)
    const calls = (await gatehouse.sandbox!.control.calls()).reduce((sum, { count }) => sum + count, 0)
    rates.push((calls / ((performance.now() - startedAt) / 1000)).toFixed(2))
    if (watchers === 1000) {
      received.length = 0
      for (let line = 0; line < lines; line++) {
        await gatehouse.sandbox!.control.addLogLines(work.id, [`bench ${Date.now()}`])
        await sleep(lineEveryMs)
      }
      await sleep(2000)
      latency = { p50: quantile(received, 0.5), p99: quantile(received, 0.99) }
      if (received.length !== lines * watchers)
        throw new Error(`${received.length} of ${lines * watchers} lines arrived`)
    }
    stop.abort()
    await sleep(500)
  }
  await gatehouse.close()
  await folder.remove()
  return [
    {
      name: 'Calls to OCI per second with 1 / 100 / 1,000 watchers of one work request',
      value: rates.join(' / '),
      aim: 'the same',
      detail: '',
    },
    {
      name: 'From a line existing to being read by 1,000 stream clients',
      value: `p50 ${latency.p50.toFixed(0)} ms, p99 ${latency.p99.toFixed(0)} ms`,
      aim: '',
      detail: `${lines} lines × 1,000 clients in the same process; includes waiting for the next poll`,
    },
  ]
}

/** Opens one stream; resolves when it is open, and notes the age of each line of ours that comes. */
async function watch(gatehouse: Gatehouse, cookie: string, topics: string, signal: AbortSignal, ages: number[]) {
  const reply = await fetch(`${gatehouse.url}/api/events?${topics}`, { headers: { cookie }, signal })
  if (!reply.ok || !reply.body) throw new Error(`The event stream answered ${reply.status}`)
  const events = reply.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
  void (async () => {
    for await (const { data } of events) {
      for (const [, at] of data.matchAll(/"bench (\d+)"/g)) ages.push(Date.now() - Number(at))
    }
  })().catch(() => {}) // ends with the abort
}
