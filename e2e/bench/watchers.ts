import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGatehouse } from '@gatehouse/bff'
import { signIn, temporaryFolder } from './stack.ts'
import { quantile } from './statistics.ts'
import type { Opening } from './stream-clients.ts'

const observedMs = 6000
const lines = 20
const lineEveryMs = 400

/** Many who watch one running work request: how often OCI is asked, and how long a line takes to reach all of them. */
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
  const topics = [`work-request/${place}`, `work-request-log/${place}`]

  const rates: string[] = []
  let ages: number[] = []
  for (const count of [1, 100, 1000]) {
    const clients = fork(join(import.meta.dirname, 'stream-clients.ts'))
    clients.send({ url: gatehouse.url, topics, cookie, count } satisfies Opening)
    await once(clients, 'message')
    await sleep(2000)
    await control.calls.clear()
    const startedAt = performance.now()
    await sleep(observedMs)
    const calls = Object.values(await control.calls.counts()).reduce((sum, one) => sum + one, 0)
    rates.push((calls / ((performance.now() - startedAt) / 1000)).toFixed(2))
    if (count === 1000) {
      for (let line = 0; line < lines; line++) {
        await control.addLogLines(work.id, [`bench ${Date.now()}`])
        await sleep(lineEveryMs)
      }
      await sleep(3000)
      clients.send('report')
      ages = ((await once(clients, 'message')) as [number[]])[0]
      if (ages.length !== lines * count) throw new Error(`${ages.length} of ${lines * count} lines arrived`)
    }
    clients.kill()
    await once(clients, 'exit')
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
      value: `p50 ${quantile(ages, 0.5).toFixed(0)} ms, p99 ${quantile(ages, 0.99).toFixed(0)} ms`,
      aim: '',
      detail: `${lines} lines; waiting for the next poll is in it`,
    },
  ]
}
