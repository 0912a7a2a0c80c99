import { createPublicKey } from 'node:crypto'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startSandbox } from '../index.ts'
import { signedHeaders } from '../testing-client.ts'
import { buildApp } from './app.ts'
import { createState } from './state.ts'

test('an operation without a handler answers 501 and names it', async () => {
  const sandbox = await startSandbox({ life: false })
  const state = createState({ life: false }, { error: () => {} })
  const app = await buildApp(state, {})
  onTestFinished(async () => {
    state.world.clock.stop()
    await Promise.all([app.close(), sandbox.close()])
  })
  // the same seed makes the same user
  const [user] = sandbox.users
  state.keys.add(user!.id, createPublicKey(user!.privateKeyPem()))
  const url = new URL(`${sandbox.url}/20160918/regions`)
  const headers = signedHeaders(sandbox, {}, 'GET', url, '')
  const answer = await app.inject({ method: 'GET', url: url.pathname, headers })
  expect(answer.statusCode).toBe(501)
  expect(answer.json()).toMatchObject({
    code: 'MethodNotImplemented',
    message: expect.stringContaining('identity.listRegions'),
  })
})

test('what is no HTTP is answered in the form of OCI', async () => {
  const sandbox = await startSandbox({ life: false })
  onTestFinished(() => sandbox.close())
  const { hostname, port } = new URL(sandbox.url)
  const text = await new Promise<string>((resolve, reject) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => socket.write('this is no request\r\n\r\n'))
    socket.on('data', (data) => (received += data.toString()))
    socket.on('end', () => resolve(received))
    socket.on('error', reject)
  })
  expect(text).toMatch(/^HTTP\/1\.1 400 /)
  expect(text).toContain('"code":"CannotParseRequest"')
})
