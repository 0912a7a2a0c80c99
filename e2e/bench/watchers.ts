import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGatehouse } from '@gatehouse/bff'
import type { Control } from '@gatehouse/sandbox'
import { signIn, temporaryFolder } from './stack.ts'
import { quantile } from './statistics.ts'
import type { Opening } from './stream-clients.ts'

const counts = [1, 100, 1000]
/** From the first read to the pace of a calm world. */
const settleMs = 20_000
/** A read that new watchers caused is over by then. */
const openedMs = 3000
const observedMs = 12_000
const lines = 20
const lineEveryMs = 400

/**
 * Many who watch the same: how often OCI is asked for one running work request and for two lists, and how long a line of
 * a log takes to reach all of them.
 */
export async function benchWatchers() {
  const folder = await temporaryFolder()
  const gatehouse = await startGatehouse({
    dataFolder: folder.path,
    sandbox: { life: false, paceMs: 3_600_000 },
  })
  const { control } = gatehouse.sandbox! // nothing else is configured
  const cookie = await signIn(gatehouse, 'viewer')
  const work = await control.createWorkRequest({ service: 'desktops', lines: 50 })
  const place = `frankfurt/desktops/${work.id}`
  const watch = (topics: string[], count: number) => startClients({ url: gatehouse.url, topics, cookie, count })

  /** The calls per second for each count of watchers; `last` is done while all of them watch. */
  async function rates(topics: string[], last?: (clients: ChildProcess, count: number) => Promise<void>) {
    // pollers begin fast and outlive their watchers for a while: all counts find them at the pace of a calm world
    const warming = await watch(topics, 1)
    await sleep(settleMs)
    await stop(warming)
    const found: string[] = []
    for (const count of counts) {
      const clients = await watch(topics, count)
      found.push(await callsPerSecond(control))
      if (count === counts.at(-1)) await last?.(clients, count)
      await stop(clients)
    }
    return found.join(' / ')
  }

  let ages: number[] = []
  const ofWork = await rates([`work-request/${place}`, `work-request-log/${place}`], async (clients, count) => {
    ages = await agesOfLines(control, work.id, clients, count)
  })
  const ofLists = await rates(['access-requests', 'desktop-pools'])
  await gatehouse.close()
  await folder.remove()
  return [
    {
      name: 'Calls to OCI per second with 1 / 100 / 1,000 watchers of one work request',
      value: ofWork,
      aim: 'the same',
      detail: '',
    },
    {
      name: 'Calls to OCI per second with 1 / 100 / 1,000 watchers of two lists',
      value: ofLists,
      aim: 'the same',
      detail: '',
    },
    {
      name: 'From a line existing to being read by 1,000 stream clients',
      value: `p50 ${quantile(ages, 0.5).toFixed(0)} ms, p99 ${quantile(ages, 0.99).toFixed(0)} ms`,
      aim: '',
      detail: `${lines} lines; waiting for the next poll is in it`,
    },
  ]
}

async function startClients(opening: Opening): Promise<ChildProcess> {
  const clients = fork(join(import.meta.dirname, 'stream-clients.ts'))
  clients.send(opening)
  await once(clients, 'message')
  return clients
}

async function stop(clients: ChildProcess) {
  clients.kill()
  await once(clients, 'exit')
}

async function callsPerSecond(control: Control): Promise<string> {
  await sleep(openedMs)
  await control.calls.take()
  await sleep(observedMs)
  const { counts, elapsedMs } = await control.calls.take()
  const calls = Object.values(counts).reduce((sum, one) => sum + one, 0)
  return ((1000 * calls) / elapsedMs).toFixed(2)
}

/** How old each line was, in milliseconds, when each client had it. */
async function agesOfLines(control: Control, workRequestId: string, clients: ChildProcess, count: number) {
  for (let line = 0; line < lines; line++) {
    await control.addLogLines(workRequestId, [`bench ${Date.now()}`])
    await sleep(lineEveryMs)
  }
  await sleep(3000)
  clients.send('report')
  const [ages] = (await once(clients, 'message')) as [number[]] // what it sends
  if (ages.length !== lines * count) throw new Error(`${ages.length} of ${lines * count} lines arrived`)
  return ages
}
