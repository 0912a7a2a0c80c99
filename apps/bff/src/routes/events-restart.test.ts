import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox, type Sandbox } from '@gatehouse/sandbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGatehouse, type Gatehouse } from '../index.ts'
import { readEvents, type EventReader } from '../testing/event-reader.ts'
import { eventually } from '../testing/eventually.ts'
import { createBrowser } from '../testing/stack.ts'
import { openStore } from '../store/store.ts'
import { createUser } from '../users/users.ts'

const account = { name: 'night-shift', role: 'viewer', password: 'a long enough password' } as const

let folder: string
let sandbox: Sandbox

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-restart-'))
  sandbox = await startSandbox({ port: 0, life: false, configDir: join(folder, 'oci') })
  await writeFile(
    join(folder, 'gatehouse.yaml'),
    JSON.stringify({ connections: [{ id: 'frankfurt', endpoint: sandbox.url }] }),
  )
  const store = await openStore(join(folder, 'data'))
  await createUser(store, account)
  await store.close()
})
afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true })
})

/** A BFF that calls the sandbox as it would call a tenancy: the sandbox is not its own, and outlives it. */
const start = (): Promise<Gatehouse> =>
  startGatehouse({
    dataFolder: join(folder, 'data'),
    pace: { fastMs: 20, slowMs: 50 },
    env: {
      OCI_CONFIG_FILE: sandbox.configFile ?? '',
      GATEHOUSE_CONFIG: join(folder, 'gatehouse.yaml'),
    },
  })

async function listen(
  { app, url }: Gatehouse,
  topic: string,
  lastEventIds?: Record<string, string>,
): Promise<EventReader> {
  const browser = createBrowser(app)
  await browser.post('/api/session', { name: account.name, password: account.password })
  return readEvents(url, [topic], { cookie: browser.cookie, lastEventIds })
}

const numbersOf = (reader: EventReader) =>
  reader.of('work-request-log').flatMap(({ lines }) => lines.map(({ number }) => number))

test('a log goes on after a restart where the reader left it, without gap or repetition', async () => {
  const { id } = await sandbox.control.createWorkRequest({ service: 'desktops', lines: 20 })
  const topic = `work-request-log/frankfurt/desktops/${id}`

  const before = await start()
  const first = await listen(before, topic)
  await eventually(() => expect(numbersOf(first)).toHaveLength(20))
  await sandbox.control.addLogLines(id, ['the same', 'the same'])
  await eventually(() => expect(numbersOf(first)).toHaveLength(22))
  await before.close()
  await first.ended

  await sandbox.control.addLogLines(id, ['while nobody was there', 'while nobody was there'])
  const after = await start()
  const second = await listen(after, topic, first.lastEventIds())
  await eventually(() => expect(numbersOf(second)).toEqual([23, 24]))
  const whole = await listen(after, topic)
  await eventually(() => expect(numbersOf(whole)).toEqual(Array.from({ length: 24 }, (_, place) => place + 1)))
  second.close()
  whole.close()
  await after.close()
})

test('after a restore of an older archive, a reader gets the mark of a gap and the whole log, as OCI still has it', async () => {
  const { id } = await sandbox.control.createWorkRequest({ service: 'desktops', lines: 20 })
  const topic = `work-request-log/frankfurt/desktops/${id}`
  const before = await start()
  const reader = await listen(before, topic)
  await eventually(() => expect(numbersOf(reader)).toHaveLength(20))
  await before.close()
  await reader.ended

  const store = await openStore(join(folder, 'data'))
  await store.db.deleteFrom('work_request_logs').where('work_request_id', '=', id).where('number', '>', 12).execute()
  await store.close()

  const after = await start()
  const resumed = await listen(after, topic, reader.lastEventIds())
  await eventually(() => expect(numbersOf(resumed)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1)))
  expect(
    resumed
      .of('work-request-log')
      .map(({ reset }) => reset)
      .indexOf(true),
  ).toBe(0)
  resumed.close()
  await after.close()
})
