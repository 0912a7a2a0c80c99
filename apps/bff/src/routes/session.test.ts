import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser, startStack, type Stack } from '../testing/stack.ts'

const start = Date.UTC(2026, 10, 22, 9)
let nowMs = start
let stack: Stack
beforeAll(async () => {
  stack = await startStack({ now: () => nowMs })
})
afterAll(() => stack.close())

const cookieOf = (header: string | string[] | number | undefined) => String(header)

test('a signed-out browser is offered the demo accounts, and gets no cookie', async () => {
  const reply = await (await stack.signIn()).get('/api/session')
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toMatchObject({ user: null, sandbox: true })
  const names = reply.json().demoAccounts.map(({ name }: { name: string }) => name)
  expect(names).toEqual(['viewer', 'operator', 'approver', 'admin'])
  expect(reply.cookies).toEqual([])
})

test('after signing in, the session has role, permissions and signers', async () => {
  const browser = await stack.signIn('approver')
  const { user } = (await browser.get('/api/session')).json()
  expect(user).toMatchObject({ name: 'approver', role: 'approver' })
  expect(user.permissions).toContain('access-requests:decide')
  expect(user.signers).toEqual(
    ['frankfurt', 'ashburn'].map((connectionId) => ({
      connectionId,
      ociUserId: stack.sandbox.users.find(({ name }) => name === 'approver')?.id,
      own: true,
    })),
  )
})

test('people without a key of their own sign with the one they share', async () => {
  const { user } = (await (await stack.signIn('operator')).get('/api/session')).json()
  expect(user.signers[0]).toEqual({
    connectionId: 'frankfurt',
    ociUserId: stack.sandbox.users.find(({ name }) => name === 'console')?.id,
    own: false,
  })
})

test('the name is the same in any case', async () => {
  const reply = await createBrowser(stack.app).post('/api/session', { name: 'Viewer', password: stack.demoPassword })
  expect(reply.json().user.name).toBe('viewer')
})

test('the cookie cannot be read by scripts, nor be sent from elsewhere', async () => {
  const reply = await createBrowser(stack.app).post('/api/session', { name: 'viewer', password: stack.demoPassword })
  const cookie = cookieOf(reply.headers['set-cookie'])
  expect(cookie).toMatch(/^gatehouse=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('signing in gives another session than the one before', async () => {
  const browser = await stack.signIn('viewer')
  const before = browser.cookie
  await browser.post('/api/session', { name: 'operator', password: stack.demoPassword })
  expect(browser.cookie).not.toBe(before)

  const old = createBrowser(stack.app)
  old.cookie = before
  expect((await old.get('/api/session')).json().user).toBeNull()
})

test('a session that someone planted is not taken over', async () => {
  const browser = createBrowser(stack.app)
  browser.cookie = 'gatehouse=planted.signature'
  await browser.post('/api/session', { name: 'viewer', password: stack.demoPassword })
  expect(browser.cookie).not.toContain('planted')
})

test('after signing out, the cookie is invalid', async () => {
  const browser = await stack.signIn('viewer')
  const kept = browser.cookie
  const reply = await browser.inject({ method: 'DELETE', url: '/api/session' })
  expect(reply.json().user).toBeNull()
  expect(browser.cookie).toBeUndefined()

  const thief = createBrowser(stack.app)
  thief.cookie = kept
  expect((await thief.get('/api/session')).json().user).toBeNull()
})

test('the store contains no usable session id', async () => {
  const browser = await stack.signIn('viewer')
  const id = decodeURIComponent(browser.cookie ?? '')
    .replace('gatehouse=', '')
    .split('.')[0]
  const rows = await stack.services.store.db.selectFrom('sessions').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(id)
})

test('a body of another shape is refused, field by field', async () => {
  const reply = await createBrowser(stack.app).post('/api/session', { name: '', pasword: 'x' })
  expect(reply.statusCode).toBe(400)
  expect(reply.headers['content-type']).toContain('application/problem+json')
  expect(reply.json()).toMatchObject({ code: 'invalid_input', requestId: expect.any(String) })
  expect(reply.json().errors).toEqual(
    expect.arrayContaining([
      { field: 'password', message: 'is missing' },
      { field: 'pasword', message: 'is not known here' },
      { field: 'name', message: 'must not be empty' },
    ]),
  )
})

describe('time', () => {
  test('an unused session expires', async () => {
    const browser = await stack.signIn('viewer')
    nowMs += 59 * 60_000
    expect((await browser.get('/api/connections')).statusCode).toBe(200)
    nowMs += 59 * 60_000
    expect((await browser.get('/api/connections')).statusCode).toBe(200)
    nowMs += 61 * 60_000
    const reply = await browser.get('/api/connections')
    expect(reply.statusCode).toBe(401)
    expect(reply.json()).toMatchObject({ code: 'not_signed_in' })
  })

  test('a session that is used all the time ends too', async () => {
    const browser = await stack.signIn('viewer')
    for (let minutes = 0; minutes < 12 * 60; minutes += 30) {
      expect((await browser.get('/api/connections')).statusCode).toBe(200)
      nowMs += 30 * 60_000
    }
    expect((await browser.get('/api/connections')).statusCode).toBe(401)
  })
})

describe('guessing', () => {
  const guess = (name: string, password = 'not it', remoteAddress = '192.0.2.7') =>
    createBrowser(stack.app).inject({ method: 'POST', url: '/api/session', body: { name, password }, remoteAddress })

  test('a wrong password and an unknown name are answered alike', async () => {
    const replies = [await guess('viewer'), await guess('nobody')]
    const [wrong, unknown] = replies.map((reply) => ({ ...reply.json(), requestId: '' }))
    expect(wrong).toMatchObject({ status: 401, code: 'sign_in_failed' })
    expect(unknown).toEqual(wrong)
  })

  test('after some failures even the right password has to wait, and then is taken', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await guess('operator', `${attempt}`, `192.0.2.${100 + attempt}`)
    const reply = await guess('operator', stack.demoPassword ?? '')
    expect(reply.statusCode).toBe(429)
    expect(reply.json()).toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 1 })
    expect(reply.headers['retry-after']).toBe('1')

    nowMs += 1_000
    expect((await guess('operator', stack.demoPassword ?? '')).statusCode).toBe(200)
  })

  test('many guesses at once get no further than one after another', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => guess('approver', 'not it', '192.0.2.50')))
    const codes = replies.map(({ statusCode }) => statusCode)
    expect(codes.filter((code) => code === 401)).toHaveLength(5)
    expect(codes.filter((code) => code === 429)).toHaveLength(7)
  })

  test('one address cannot try its luck with every account', async () => {
    const codes: number[] = []
    for (let index = 0; index < 22; index++)
      codes.push((await guess(`someone${index}`, 'not it', '192.0.2.99')).statusCode)
    expect(codes.slice(0, 20)).toEqual(Array(20).fill(401))
    expect(codes.slice(20)).toEqual([429, 429])
  })
})

test('one address cannot keep us busy with attempts, right or wrong', async () => {
  const attempt = () =>
    createBrowser(stack.app).inject({ method: 'POST', url: '/api/session', body: {}, remoteAddress: '192.0.2.200' })
  const codes: number[] = []
  for (let index = 0; index < 120; index++) codes.push((await attempt()).statusCode)
  expect(codes).toEqual(Array(120).fill(400))
  expect((await attempt()).json()).toMatchObject({ code: 'too_many_requests', retryAfterSeconds: expect.any(Number) })
})

test('behind TLS the cookie is secure and bound to the host', async () => {
  await using secure = await startStack({
    env: {
      GATEHOUSE_PUBLIC_URL: 'https://gatehouse.example.com',
      GATEHOUSE_TRUST_PROXY: '127.0.0.1',
      GATEHOUSE_LOG_LEVEL: 'silent',
    },
  })
  const body = { name: 'viewer', password: secure.demoPassword }
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'gatehouse.example.com' }
  const browser = createBrowser(secure.app)
  const reply = await browser.inject({ method: 'POST', url: '/api/session', body, headers: forwarded })
  expect(reply.statusCode).toBe(200)
  expect(cookieOf(reply.headers['set-cookie'])).toMatch(
    /^__Host-gatehouse=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(reply.headers['strict-transport-security']).toBeDefined()

  const plain = await createBrowser(secure.app).post('/api/session', body)
  expect(plain.json().detail).toContain('X-Forwarded-Proto')
})

test('an account that is gone takes its sessions with it', async () => {
  await using other = await startStack()
  const browser = await other.signIn('viewer')
  await other.services.store.db.deleteFrom('users').where('name', '=', 'viewer').execute()
  expect((await browser.get('/api/connections')).statusCode).toBe(401)
})
