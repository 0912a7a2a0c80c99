import { randomUUID } from 'node:crypto'
import { LiveEvents, type AccessRequest, type LogLine } from '@gatehouse/contract'
import { setTimeout as wait } from 'node:timers/promises'
import { Value } from 'typebox/value'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readEvents, type EventReader } from '../testing/event-reader.ts'
import { eventually } from '../testing/eventually.ts'
import { quickPace } from '../testing/pace.ts'
import { createBrowser, startStack, type Browser, type Stack } from '../testing/stack.ts'
import { createUser } from '../users/users.ts'

const fastMs = 30
const nightShift = { name: 'night-shift', role: 'operator', password: 'a long enough password' } as const

let stack: Stack
let approver: Browser
const open: EventReader[] = []

beforeAll(async () => {
  stack = await startStack({ ...quickPace, listen: true, pace: { fastMs, slowMs: 120, lingerMs: 100 } })
  approver = await stack.signIn('approver')
})
afterAll(() => stack.close())

beforeEach(() => stack.sandbox.control.faults.clear())
afterEach(async () => {
  for (const reader of open.splice(0)) reader.close()
  // Pollers linger.
  await wait(500)
})

const control = () => stack.sandbox.control

async function listen(topics: string[], lastEventIds?: Record<string, string>, { cookie }: Browser = approver) {
  const reader = await readEvents(stack.url, topics, { cookie, lastEventIds })
  open.push(reader)
  return reader
}

async function createWorkRequest(lines = 0) {
  const { id } = await control().createWorkRequest({ service: 'desktops', lines })
  return { id, logTopic: `work-request-log/frankfurt/desktops/${id}`, topic: `work-request/frankfurt/desktops/${id}` }
}

const linesOf = (reader: EventReader): LogLine[] => reader.of('work-request-log').flatMap(({ lines }) => lines)
const numbersOf = (reader: EventReader) => linesOf(reader).map(({ number }) => number)
const upTo = (count: number) => Array.from({ length: count }, (_, place) => place + 1)

test('a stream begins each topic with all there is, and every event is as promised', async () => {
  const { topic, logTopic } = await createWorkRequest(3)
  const [pool] = (await approver.get('/api/desktop-pools')).json().rows
  const [request] = (await approver.get('/api/access-requests')).json().rows
  const views = ['access-requests', 'desktop-pools?sort=-use', 'desktops?limit=10', 'work-requests/counts', 'overview']
  const reader = await listen([
    ...views,
    'activity',
    `desktop-pool/${pool.connectionId}/${pool.id}`,
    `access-request/${request.connectionId}/${request.service}/${request.id}`,
    topic,
    logTopic,
  ])
  expect(reader.status).toBe(200)
  expect(reader.headers.get('content-encoding')).toBeNull()
  expect(reader.headers.get('content-security-policy')).toContain("default-src 'self'")
  await eventually(() => expect(new Set(reader.of('topic-state').map(({ topic }) => topic)).size).toBe(5))
  await eventually(() => expect(new Set(reader.of('window').map(({ topic }) => topic))).toEqual(new Set(views)))
  for (const { event, data } of reader.heard) expect(Value.Errors(LiveEvents[event], data), event).toEqual([])
  const window = (await approver.get('/api/desktops?limit=10')).json()
  expect(reader.of('window').findLast(({ topic }) => topic === 'desktops?limit=10')?.version).toBe(window.version)
  expect(numbersOf(reader)).toEqual([1, 2, 3])
})

test('the act of another person reaches the watchers of the thing and of its lists, and of no other window', async () => {
  const { id } = await control().raiseAccessRequest({
    service: 'operator-access-control',
    severity: 'S3',
    approvers: 1,
  })
  const url = `/api/access-requests/frankfurt/operator-access-control/${id}`
  const request = await eventually(async () => {
    const now: AccessRequest = (await approver.get(url)).json()
    expect(now.state).toBe('APPROVALWAITING')
    const { rows } = (await approver.get('/api/access-requests?phase=waiting')).json()
    expect(rows.map((row: { id: string }) => row.id)).toContain(id)
    return now
  })
  const waiting = 'access-requests?phase=waiting'
  const ended = 'access-requests?phase=ended'
  const reader = await listen([waiting, ended, `access-request/frankfurt/operator-access-control/${id}`])
  const versionsOf = (name: string) =>
    new Set(reader.of('window').flatMap(({ topic, version }) => (topic === name ? [version] : [])))
  await eventually(() => expect([versionsOf(waiting).size, versionsOf(ended).size]).toEqual([1, 1]))

  await approver.post(`${url}/approve`, { attemptId: randomUUID(), seen: request.version, comment: 'Agreed' })
  await eventually(() => expect(reader.of('access-request').at(-1)?.accessRequest.phase).toBe('open'))
  await eventually(() => expect(versionsOf(waiting).size).toBe(2))
  expect(versionsOf(ended).size).toBe(1)
})

test('each act appears when it is recorded, and again when OCI accepted it and when it is done', async () => {
  const reader = await listen(['activity'])
  const admin = await stack.signIn('admin')
  const { rows } = (await approver.get('/api/desktop-pools')).json()
  const pool = rows.find(({ state }: { state: string }) => state === 'ACTIVE')
  const attemptId = randomUUID()
  await admin.post(`/api/desktop-pools/${pool.connectionId}/${pool.id}/stop`, { attemptId })
  await eventually(() => {
    const ofAttempt = reader.of('activity').filter(({ action }) => action.id === attemptId)
    expect(ofAttempt.map(({ action }) => action.status)).toEqual(['sent', 'accepted', 'done'])
  })
})

test('a hundred watchers of a work request cost as many OCI calls as one', async () => {
  const { topic, logTopic } = await createWorkRequest(5)
  const readers = await Promise.all(Array.from({ length: 100 }, () => listen([topic, logTopic])))
  await eventually(() => expect(readers.every((reader) => numbersOf(reader).length === 5)).toBe(true))

  const startedAt = performance.now()
  await control().calls.clear()
  await wait(600)
  const { 'desktops.getWorkRequest': gets = 0, 'desktops.listWorkRequestLogs': logs = 0 } =
    await control().calls.counts()
  // a busy machine looks less often, and never more: each wait is at least nine tenths of the pace
  const mostLooks = (performance.now() - startedAt) / (0.9 * fastMs) + 1
  expect(logs).toBeGreaterThan(0)
  expect(logs).toBeLessThanOrEqual(mostLooks)
  // both topics look at the work request itself
  expect(gets).toBeLessThanOrEqual(2 * mostLooks)
})

test('OCI is not called without a watcher', async () => {
  const { topic, logTopic } = await createWorkRequest(1)
  const reader = await listen(['access-requests', 'desktop-pools', 'work-requests', topic, logTopic])
  await eventually(() => expect(new Set(reader.of('topic-state').map((state) => state.topic)).size).toBe(2))
  await eventually(() => expect(new Set(reader.of('window').map(({ topic }) => topic)).size).toBe(3))
  reader.close()
  await eventually(silence)
  await silence()
})

/** That OCI is not called for a while. */
async function silence() {
  await control().calls.clear()
  await wait(400)
  expect(await control().calls.counts()).toEqual({})
}

test('OCI is not called for an ended topic', async () => {
  const { id, topic, logTopic } = await createWorkRequest(2)
  const reader = await listen([topic, logTopic])
  await control().finishWorkRequest(id, 'SUCCEEDED')
  await eventually(() =>
    expect(
      new Set(
        reader
          .of('topic-state')
          .filter(({ state }) => state === 'ended')
          .map((state) => state.topic),
      ),
    ).toEqual(new Set([topic, logTopic])),
  )
  await eventually(silence)
})

test('lines arrive as they are written, and that the log has ended after its last line', async () => {
  const { id, logTopic } = await createWorkRequest(2)
  const reader = await listen([logTopic])
  await eventually(() => expect(numbersOf(reader)).toEqual([1, 2]))
  await control().addLogLines(id, ['the third'])
  await eventually(() => expect(linesOf(reader).at(-1)?.text).toBe('the third'))
  await control().addLogLines(id, ['the last'])
  await control().finishWorkRequest(id, 'SUCCEEDED')
  await eventually(() => expect(reader.of('topic-state').at(-1)?.state).toBe('ended'))
  expect(linesOf(reader).at(-1)?.text).toBe('the last')
  const lastLine = reader.heard.findLastIndex(({ event }) => event === 'work-request-log')
  const ended = reader.heard.findIndex(
    ({ event, data }) => event === 'topic-state' && 'state' in data && data.state === 'ended',
  )
  expect(ended).toBeGreaterThan(lastLine)
})

test('a stream that breaks again and again goes on without gap or repetition', async () => {
  const { id, logTopic } = await createWorkRequest(40)
  const received: number[] = []
  let lastEventIds: Record<string, string> = {}
  for (let round = 0; round < 6; round++) {
    const reader = await listen([logTopic], lastEventIds)
    for (let batch = 0; batch < 3; batch++) {
      await control().addLogLines(id, [`round ${round}`, `round ${round}`])
      await wait(20)
    }
    reader.close()
    await reader.ended
    received.push(...numbersOf(reader))
    lastEventIds = { ...lastEventIds, ...reader.lastEventIds() }
  }
  const rest = await listen([logTopic], lastEventIds)
  await eventually(() => expect([...received, ...numbersOf(rest)]).toEqual(upTo(76)))
})

test('a client that has a part of the log resumes after it', async () => {
  const { id, logTopic } = await createWorkRequest(10)
  const { lines } = (await approver.get(`/api/work-requests/frankfurt/desktops/${id}/log`)).json()
  const reader = await listen([logTopic], { [logTopic]: String(lines.at(-1).sequence) })
  await eventually(() => expect(reader.of('topic-state')).toHaveLength(1))
  await control().addLogLines(id, ['the eleventh'])
  await eventually(() => expect(numbersOf(reader)).toEqual([11]))
})

test('a long log arrives whole, in events of bounded size', async () => {
  const { logTopic } = await createWorkRequest(8_000)
  const reader = await listen([logTopic])
  await eventually(() => expect(numbersOf(reader)).toHaveLength(8_000))
  expect(numbersOf(reader)).toEqual(upTo(8_000))
  expect(Math.max(...reader.of('work-request-log').map(({ lines }) => lines.length))).toBeLessThanOrEqual(500)
})

test('when OCI is down a list says where, keeps its rows, and recovers', async () => {
  const reader = await listen(['desktop-pools'])
  const last = () => reader.of('window').at(-1)
  await eventually(() => expect(last()?.freshness).toMatchObject({ pending: 0, unreadTotal: 0 }))
  await control().faults.set({ operation: 'desktops.listDesktopPools', status: 500 })
  await eventually(() => expect(last()?.freshness.unreadTotal).toBe(18))
  expect((await approver.get('/api/desktop-pools?limit=1')).json().total).toBe(24)
  await control().faults.clear()
  await eventually(() => expect(last()?.freshness.unreadTotal).toBe(0))
})

test('a failing service is polled less often, and the other one as before', async () => {
  const reader = await listen(['access-requests'])
  const unread = () => reader.of('window').at(-1)?.freshness.unreadTotal
  await eventually(() => expect(unread()).toBe(0))
  const failing = 'delegate-access-control.listDelegatedResourceAccessRequests'
  await control().faults.set({ operation: failing, status: 501 })
  await eventually(() => expect(unread()).toBe(18))
  await wait(1_000)
  await control().calls.clear()
  await wait(2_000)
  const { [failing]: ill = 0, 'operator-access-control.listAccessRequests': well = 0 } = await control().calls.counts()
  expect(ill).toBeGreaterThan(0)
  expect(ill).toBeLessThan(well)
})

test('one thing that cannot be read is failing, then live again', async () => {
  const { topic } = await createWorkRequest(1)
  const reader = await listen([topic])
  const states = () => reader.of('topic-state').map(({ state }) => state)
  await eventually(() => expect(states()).toEqual(['live']))
  await control().faults.set({ operation: 'desktops.getWorkRequest', status: 500 })
  await eventually(() => expect(states().at(-1)).toBe('failing'))
  expect(reader.of('topic-state').at(-1)).toMatchObject({
    reason: 'OCI did not answer as expected.',
    opcRequestId: expect.any(String) as string,
    readAt: expect.any(String) as string,
  })
  await control().faults.clear()
  await eventually(() => expect(states().at(-1)).toBe('live'))
})

test('what does not exist is gone, and what is on a connection that there is not', async () => {
  const thing = 'desktops/ocid1.desktopworkrequest.oc1.eu-frankfurt-1.aaaabbbb'
  const topics = [`work-request/frankfurt/${thing}`, `work-request/nowhere/${thing}`]
  const reader = await listen(topics)
  await eventually(() => expect(reader.of('topic-state')).toHaveLength(2))
  expect(reader.of('topic-state').map(({ state }) => state)).toEqual(['gone', 'gone'])
  expect(new Set(reader.of('topic-state').map(({ topic }) => topic))).toEqual(new Set(topics))
})

test('what is no topic is refused by itself, and the stream carries the other topics', async () => {
  const reader = await listen(['everything', 'activity'])
  await eventually(() => expect(reader.of('topic-state')).toHaveLength(2))
  expect(reader.of('topic-state')).toMatchObject([
    { topic: 'everything', state: 'refused', reason: 'This is not a topic that can be watched.' },
    { topic: 'activity', state: 'live' },
  ])
})

test('no topic, and more topics than allowed, are refused as a whole', async () => {
  const post = (topics: string[]) => approver.post('/api/events', { topics })
  expect((await post([])).statusCode).toBe(400)
  expect((await post(Array.from({ length: 201 }, (_, place) => `topic-${place}`))).statusCode).toBe(400)
  expect((await post(['x'.repeat(1_001)])).statusCode).toBe(400)
})

test('two hundred long topics are one stream', async () => {
  const topics = Array.from({ length: 200 }, (_, place) => `${'a'.repeat(990)}-${place}`)
  const reader = await listen(topics, Object.fromEntries(topics.map((topic) => [topic, 'v'.repeat(100)])))
  expect(reader.status).toBe(200)
  await eventually(() => expect(reader.of('topic-state')).toHaveLength(200))
})

test('a stream is not opened for another site', async () => {
  const reply = await approver.inject({
    method: 'POST',
    url: '/api/events',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: { topics: ['activity'] },
  })
  expect(reply.json()).toMatchObject({ code: 'foreign_origin' })
})

test('a thing that the browser knows is not sent again, until it changes', async () => {
  const { id, topic } = await createWorkRequest(1)
  const first = await listen([topic])
  await eventually(() => expect(first.of('work-request')).toHaveLength(1))
  const second = await listen([topic], first.lastEventIds())
  await eventually(() => expect(second.of('topic-state')).toHaveLength(1))
  expect(second.of('work-request')).toEqual([])

  await control().finishWorkRequest(id, 'SUCCEEDED')
  await eventually(() => expect(second.of('work-request').at(-1)?.workRequest.state).toBe('SUCCEEDED'))
})

test('each log resumes at its own line: another log on the stream repeats nothing', async () => {
  const [one, other] = [await createWorkRequest(5), await createWorkRequest(3)]
  const first = await listen([one.logTopic])
  await eventually(() => expect(numbersOf(first)).toEqual(upTo(5)))
  const second = await listen([one.logTopic, other.logTopic], first.lastEventIds())
  await eventually(() => expect(second.of('topic-state')).toHaveLength(2))
  const topics = second.of('work-request-log').map(({ topic }) => topic)
  expect(new Set(topics)).toEqual(new Set([other.logTopic]))
  expect(numbersOf(second)).toEqual(upTo(3))
})

test('a log that resumes after a line the archive does not have is marked, and begins anew', async () => {
  const { logTopic } = await createWorkRequest(4)
  const other = await createWorkRequest(2)
  const before = await listen([other.logTopic])
  await eventually(() => expect(numbersOf(before)).toEqual(upTo(2)))
  // beyond the end, another log's line, and what is no sequence
  for (const position of ['999999999', before.lastEventIds()[other.logTopic] ?? '', 'last']) {
    const reader = await listen([logTopic], { [logTopic]: position })
    await eventually(() => expect(numbersOf(reader)).toEqual(upTo(4)))
    expect(reader.of('work-request-log')[0]).toMatchObject({ lines: [], reset: true })
    expect(reader.of('work-request-log').slice(1)).toMatchObject([{ reset: false }])
  }
})

test('signing out ends the streams of that session at once, and of no other', async () => {
  const [browser, other] = [await stack.signIn('viewer'), await stack.signIn('viewer')]
  const [reader, stays] = [await listen(['activity'], {}, browser), await listen(['activity'], {}, other)]
  const signedOutAt = performance.now()
  await browser.inject({ method: 'DELETE', url: '/api/session' })
  await reader.ended
  expect(performance.now() - signedOutAt).toBeLessThan(1_000)
  expect(await Promise.race([stays.ended.then(() => 'ended'), wait(100, 'open')])).toBe('open')
})

test('signing in as another person ends the streams of the first', async () => {
  const browser = await stack.signIn('viewer')
  const reader = await listen(['activity'], {}, browser)
  await browser.post('/api/session', { name: 'operator', password: stack.demoPassword })
  await reader.ended
})

test('a stream ends when another process changes the role or deletes the account', async () => {
  const { db } = stack.services.store
  for (const change of [
    () => db.updateTable('users').set({ role: 'viewer' }).where('name_key', '=', 'night-shift').execute(),
    () => db.deleteFrom('users').where('name_key', '=', 'night-shift').execute(),
  ]) {
    if (!(await db.selectFrom('users').select('id').where('name_key', '=', 'night-shift').executeTakeFirst()))
      await createUser(stack.services.store, nightShift)
    const browser = createBrowser(stack.app)
    await browser.post('/api/session', { name: nightShift.name, password: nightShift.password })
    const reader = await listen(['activity'], {}, browser)
    expect(reader.status).toBe(200)
    await change()
    await reader.ended
  }
})

test('a stream needs a session', async () => {
  const reader = await readEvents(stack.url, ['desktops'])
  expect(reader.status).toBe(401)
})
