import {
  getWorkRequest,
  getWorkRequestLog,
  listWorkRequests,
  type LogLine,
  type Window,
  type WorkRequest,
} from '@gatehouse/contract'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import { quickPace } from '../testing/pace.ts'
import { startStack, type Browser, type Stack } from '../testing/stack.ts'

type Log = { lines: LogLine[]; more: boolean; ended: boolean; reset: boolean }

let stack: Stack
let viewer: Browser

beforeAll(async () => {
  stack = await startStack(quickPace)
  viewer = await stack.signIn('viewer')
})
afterAll(() => stack.close())
beforeEach(() => stack.sandbox.control.faults.clear())

async function get<T>(url: string, promised: TSchema): Promise<T> {
  const reply = await viewer.get(url)
  expect(reply.statusCode, reply.body).toBe(200)
  expect(Value.Errors(promised, reply.json())).toEqual([])
  return reply.json()
}

const all = () => get<Window<WorkRequest>>('/api/work-requests', listWorkRequests.schema.response[200])
const urlOf = (service: string, { id }: { id: string }) => `/api/work-requests/frankfurt/${service}/${id}`
const logOf = (url: string, query = '') => get<Log>(`${url}/log${query}`, getWorkRequestLog.schema.response[200])
const control = () => stack.sandbox.control

async function create(lines: number, service: 'desktops' | 'delegate-access-control' = 'desktops') {
  const { id } = await control().createWorkRequest({ service, lines })
  return { id, url: urlOf(service, { id }) }
}

test('the work requests of both services, both regions and all compartments are one list', async () => {
  const { rows, freshness } = await all()
  expect(rows.length).toBeGreaterThanOrEqual(60)
  expect(freshness).toMatchObject({ unread: [], sources: { connections: 2 } })
  expect(rows.some(({ subject }) => subject !== null)).toBe(true)
  expect(new Set(rows.map(({ service }) => service))).toEqual(new Set(['desktops', 'delegate-access-control']))
})

test.for(['desktops', 'delegate-access-control'] as const)('one of %s is told whole', async (service) => {
  const { id, url } = await create(3, service)
  const workRequest = await get<WorkRequest>(url, getWorkRequest.schema.response[200])
  expect(workRequest).toMatchObject({ id, service, state: 'IN_PROGRESS', percentComplete: 10, finishedAt: null })
  expect(workRequest.resources).toHaveLength(1)
})

test.for(['desktops', 'delegate-access-control'] as const)(
  'the log of %s and its errors are one, in the order of time',
  async (service) => {
    const { id, url } = await create(3, service)
    await control().addErrors(id, [{ code: 'OutOfCapacity', message: 'No capacity is left' }])
    const { lines, ended } = await logOf(url)
    expect(lines.map(({ number, kind, code, text }) => [number, kind, code, text])).toEqual([
      [1, 'log', null, 'Step 1 of the work is done'],
      [2, 'log', null, 'Step 2 of the work is done'],
      [3, 'log', null, 'Step 3 of the work is done'],
      [4, 'error', 'OutOfCapacity', 'No capacity is left'],
    ])
    expect(ended).toBe(false)
  },
)

test('a log is read in pieces, and goes on after the last sequence', async () => {
  const { id, url } = await create(5)
  const first = await logOf(url, '?limit=3')
  expect(first).toMatchObject({ more: true, ended: false })
  const second = await logOf(url, `?limit=3&after=${first.lines.at(-1)?.sequence}`)
  expect(second.more).toBe(false)
  expect([...first.lines, ...second.lines].map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  await control().addLogLines(id, ['the sixth'])
  await eventually(async () => {
    const third = await logOf(url, `?after=${second.lines.at(-1)?.sequence}`)
    expect(third.lines.map(({ text }) => text)).toEqual(['the sixth'])
  })
})

test('lines that are the same to the millisecond are all there, once each', async () => {
  const { id, url } = await create(0)
  await control().addLogLines(
    id,
    Array.from({ length: 7 }, () => 'waiting'),
  )
  expect((await logOf(url)).lines).toHaveLength(7)
  await control().addLogLines(id, ['waiting'])
  await eventually(async () => expect((await logOf(url)).lines).toHaveLength(8))
  expect((await logOf(url)).lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('a log ends when its work has', async () => {
  const { id, url } = await create(2)
  expect((await logOf(url)).ended).toBe(false)
  await control().finishWorkRequest(id, 'SUCCEEDED')
  await eventually(async () => expect((await logOf(url)).ended).toBe(true))
})

test('a log of thousands of lines is archived whole', async () => {
  const { url } = await create(12_000)
  const { lines, more } = await logOf(url)
  expect(more).toBe(false)
  expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 12_000 }, (_, place) => place + 1))
})

test('a log that was read can be read while OCI is down', async () => {
  const { url } = await create(3)
  await logOf(url)
  await control().faults.set({ operation: '*', status: 503 })
  await new Promise((turn) => setTimeout(turn, 100))
  expect(await logOf(url)).toMatchObject({ lines: { length: 3 }, ended: false })
})

test('the log of a work request that does not exist is not found', async () => {
  const url = urlOf('desktops', { id: 'ocid1.desktopworkrequest.oc1.eu-frankfurt-1.aaaabbbb' })
  expect((await viewer.get(`${url}/log`)).statusCode).toBe(404)
  expect((await viewer.get(`${url}/log/download?format=text`)).statusCode).toBe(404)
})

test('a log is downloaded as text, a line a line, errors marked', async () => {
  const { id, url } = await create(2)
  await control().addErrors(id, [{ code: 'Failed', message: 'It went wrong' }])
  const reply = await viewer.get(`${url}/log/download?format=text`)
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(reply.headers['content-disposition']).toBe(`attachment; filename="work-request-${id.slice(-12)}.log"`)
  const lines = reply.body.trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z Step 1 of the work is done$/)
  expect(lines[2]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z ERROR Failed It went wrong$/)
})

test('a log is downloaded as one JSON object a line, long ones too', async () => {
  const { url } = await create(5_000)
  const reply = await viewer.get(`${url}/log/download?format=json-lines`)
  expect(reply.headers['content-type']).toBe('application/x-ndjson; charset=utf-8')
  const lines = reply.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine) // as it is promised
  expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 5_000 }, (_, place) => place + 1))
})

test('a format that there is not is refused', async () => {
  const { url } = await create(1)
  expect((await viewer.get(`${url}/log/download?format=pdf`)).statusCode).toBe(400)
})

test('a work request and its log outlive what OCI keeps of them', async () => {
  // The world begins anew, and with it the ids: nothing may come after this.
  const { id, url } = await create(3)
  await logOf(url)
  await get<WorkRequest>(url, getWorkRequest.schema.response[200])
  await control().reset()
  await eventually(async () => {
    const workRequest = await get<WorkRequest>(url, getWorkRequest.schema.response[200])
    expect(workRequest).toMatchObject({ id, forgottenAt: expect.any(String) as string })
  })
  await eventually(async () => expect(await logOf(url)).toMatchObject({ ended: true }))
  expect((await logOf(url)).lines).toHaveLength(3)
})

test('a log that is read after a line the archive does not have begins anew, and says so', async () => {
  const { url } = await create(3)
  const { lines, reset } = await logOf(url)
  expect(reset).toBe(false)
  expect(await logOf(url, `?after=${lines[1]?.sequence}`)).toMatchObject({ lines: lines.slice(2), reset: false })
  expect(await logOf(url, '?after=999999999')).toMatchObject({ lines, reset: true })
})

test('a work request that was only seen in the list is kept too', async () => {
  const { id, url } = await create(0)
  await eventually(async () => expect((await all()).rows.map((row) => row.id)).toContain(id))
  await control().reset()
  await eventually(async () =>
    expect(await get<WorkRequest>(url, getWorkRequest.schema.response[200])).toMatchObject({
      id,
      forgottenAt: expect.any(String) as string,
    }),
  )
})
