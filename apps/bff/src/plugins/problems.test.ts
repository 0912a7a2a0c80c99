import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStack, type Stack } from '../testing/stack.ts'

let stack: Stack
let log = ''
beforeAll(async () => {
  stack = await startStack({
    env: { GATEHOUSE_LOG_LEVEL: 'trace' },
    logStream: new Writable({
      write(chunk, _encoding, done) {
        log += String(chunk)
        done()
      },
    }),
  })
})
afterAll(() => stack.close())

const send = (payload: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  stack.app.inject({
    method: 'POST',
    url: '/api/session',
    payload,
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })

test('every problem is RFC 9457, and has the request id that the log has', async () => {
  const reply = await stack.app.inject({ url: '/api/connections' })
  expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(reply.json()).toEqual({
    type: 'about:blank',
    title: 'Not signed in',
    status: 401,
    detail: 'You are not signed in, or your session has ended.',
    code: 'not_signed_in',
    requestId: expect.any(String),
  })
  expect(log).toContain(reply.json().requestId)
})

for (const [what, payload, headers, code, words] of [
  ['is not JSON', '{"name":', undefined, 'invalid_input', 'not JSON'],
  ['is empty', '', undefined, 'invalid_input', 'not JSON'],
  [
    'is a form',
    'name=viewer',
    { 'content-type': 'application/x-www-form-urlencoded' },
    'invalid_input',
    'must be JSON',
  ],
  ['is a list', '[]', undefined, 'invalid_input', 'must be an object'],
  ['has a number for a text', '{"name":1,"password":"x"}', undefined, 'invalid_input', 'name must be a string'],
  [
    'would change a prototype',
    '{"__proto__":{"admin":true},"name":"a","password":"b"}',
    undefined,
    'invalid_input',
    'not JSON',
  ],
  ['is too large', JSON.stringify({ name: 'x'.repeat(70_000), password: 'x' }), undefined, 'too_large', 'larger'],
] as [string, string, Record<string, string> | undefined, string, string][])
  test(`a body that ${what} is refused in words`, async () => {
    const reply = await send(payload, headers)
    expect(reply.json().code).toBe(code)
    expect(reply.json().detail).toContain(words)
  })

test('a malformed address is refused, not answered with a fault of ours', async () => {
  const browser = await stack.signIn('viewer')
  for (const url of [
    '/api/activity?limit=0',
    '/api/activity?limit=many',
    '/api/activity?from=yesterday',
    '/api/activity?unknown=1',
  ]) {
    const reply = await browser.get(url)
    expect(reply.json(), url).toMatchObject({ code: 'invalid_input', status: 400 })
    expect(reply.json().errors, url).toHaveLength(1)
  }
})

test('neither a password nor a cookie gets into the log', async () => {
  const browser = await stack.signIn('viewer')
  await browser.get('/api/connections')
  await browser.post('/api/session', { name: 'viewer', password: 'not-the-right-one' })
  expect(log).toContain('"path":"/api/connections"')
  expect(log).not.toContain(stack.demoPassword)
  expect(log).not.toContain('not-the-right-one')
  expect(log).not.toContain(decodeURIComponent(browser.cookie ?? '').replace('gatehouse=', ''))
  expect(log).not.toMatch(/PRIVATE KEY|Signature version/)
})
