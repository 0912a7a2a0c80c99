import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sandbox, WantedAccessRequest } from '@gatehouse/sandbox'
import { startSandbox } from '@gatehouse/sandbox'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { CommonOptions } from './client-options.ts'
import type { OciClient } from './client.ts'
import { createOciClient } from './client.ts'
import { apiKeyPrincipal, principalFromProfile } from './principal.ts'
import type { Principal } from './principal.ts'
import { readProfile } from './profile.ts'
import { sessionTokenPrincipal } from './session-token.ts'
import { failureOf, quickRetry } from './testing/client.ts'
import { folderWith } from './testing/files.ts'

/** The whole client against a server that was written by others and imports nothing of it. */
let sandbox: Sandbox
let configDir: string
let client: OciClient

beforeAll(async () => {
  configDir = await mkdtemp(join(tmpdir(), 'oci-client-sandbox-'))
  sandbox = await startSandbox({ port: 0, life: false, paceMs: 20, configDir })
  client = clientOf(userNamed('console'))
})

afterEach(() => sandbox.control.faults.clear())

afterAll(async () => {
  await client.close()
  await sandbox.close()
  await rm(configDir, { recursive: true })
})

function userNamed(name: string): Principal {
  const user = sandbox.users.find((user) => user.name === name)
  if (!user) throw new Error(`The sandbox has no user ${name}`)
  const { id: userId, fingerprint } = user
  return apiKeyPrincipal({ tenancyId: sandbox.tenancyId, userId, fingerprint, privateKey: user.privateKeyPem() })
}

function clientOf(principal: Principal, options: CommonOptions = {}): OciClient {
  return createOciClient({ principal, endpoint: sandbox.endpoint(home()), retry: quickRetry, ...options })
}

function clientForTest(principal: Principal, options?: CommonOptions): OciClient {
  const client = clientOf(principal, options)
  onTestFinished(() => client.close())
  return client
}

const home = () => sandbox.regions[0] ?? ''

function compartment(name: string): string {
  return sandbox.compartments.find((compartment) => compartment.name === name)?.id ?? name
}

/** An access request that waits for its only approver. */
async function raiseAccessRequest(wanted: Partial<WantedAccessRequest> = {}): Promise<string> {
  const service = 'operator-access-control'
  const { id } = await sandbox.control.raiseAccessRequest({ service, approvers: 1, ...wanted })
  await expect.poll(() => stateOf(id)).toBe('APPROVALWAITING')
  return id
}

const stateOf = async (accessRequestId: string) =>
  (await client.call('operator-access-control.getAccessRequest', { accessRequestId })).body.lifecycleState

async function activePool(): Promise<string> {
  for (const { id: compartmentId } of sandbox.compartments) {
    for await (const pool of client.items('desktops.listDesktopPools', { compartmentId, lifecycleState: 'ACTIVE' })) {
      if (pool.lifecycleState === 'ACTIVE') return pool.id
    }
  }
  throw new Error('The sandbox has no active pool')
}

describe('who signs', () => {
  test.each(['DEFAULT', 'APPROVER', 'ADMINISTRATOR', 'RESTRICTED'])(
    'may be the profile %s of a configuration file',
    async (profile) => {
      const principal = await principalFromProfile(await readProfile({ file: sandbox.configFile, profile }))
      expect(principal).toMatchObject({ tenancyId: sandbox.tenancyId, region: home() })
      const { body } = await clientForTest(principal).call('identity.getTenancy', { tenancyId: sandbox.tenancyId })
      expect(body.id).toBe(sandbox.tenancyId)
    },
  )

  test('may be a session, which is renewed between calls', async () => {
    const issue = async (minutes: number) => {
      const { token, privateKeyPem = '' } = await sandbox.control.issueToken({ user: 'console', minutes })
      return { token, 'key.pem': privateKeyPem }
    }
    const folder = await folderWith(await issue(-1))
    const [tokenFile, keyFile] = [join(folder, 'token'), join(folder, 'key.pem')]
    const config = join(folder, 'config')
    await writeFile(
      config,
      `[DEFAULT]\ntenancy=${sandbox.tenancyId}\nkey_file=${keyFile}\nsecurity_token_file=${tokenFile}\n`,
    )
    const { readKey } = await readProfile({ file: config })
    const session = clientForTest(sessionTokenPrincipal({ tokenFile, keyFile, readKey }))

    const error = await failureOf(session.call('identity.listRegions', {}))
    expect(error.status === 401 || error.message.includes('expired')).toBe(true)
    for (const [name, text] of Object.entries(await issue(5))) await writeFile(join(folder, name), text)
    expect((await session.call('identity.listRegions', {})).body.length).toBeGreaterThan(1)
  })

  test('is turned away with a key that OCI does not know', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const userId = sandbox.users[0]?.id ?? ''
    const stranger = clientForTest(apiKeyPrincipal({ tenancyId: sandbox.tenancyId, userId, privateKey }))
    expect(await failureOf(stranger.call('identity.listRegions', {}))).toMatchObject({
      kind: 'service',
      status: 401,
      code: 'NotAuthenticated',
      operation: 'identity.listRegions',
      opcRequestId: expect.any(String),
    })
  })
})

describe('reading', () => {
  test('a list page by page gives what one page gives, each once', async () => {
    const input = { compartmentId: compartment('exadata-production') }
    const list = 'operator-access-control.listAccessRequests'
    const all = await client.call(list, { ...input, limit: 1000 })
    const pages = await Array.fromAsync(client.pages(list, { ...input, limit: 2 }))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.flatMap(({ body }) => body.items.map(({ id }) => id))).toEqual(all.body.items.map(({ id }) => id))
  })

  test('a filter holds whatever characters it has', async () => {
    const displayName = 'none & compartmentId=x # 100% + é 日本'
    const { body } = await client.call('desktops.listDesktopPools', {
      compartmentId: compartment('workplace'),
      displayName,
    })
    expect(body.items).toEqual([])
  })

  test('a time filter may be a date', async () => {
    const timeStart = new Date(Date.now() + 3_600_000)
    const list = client.items('operator-access-control.listAccessRequests', {
      compartmentId: compartment('exadata-production'),
      timeStart,
    })
    expect(await Array.fromAsync(list)).toEqual([])
  })

  test('one thing gives its etag and the request id', async () => {
    const desktopPoolId = await activePool()
    const reply = await client.call('desktops.getDesktopPool', { desktopPoolId, opcRequestId: 'mine' })
    expect(reply).toMatchObject({ status: 200, etag: expect.any(String), requestId: expect.stringContaining('mine') })
    expect(reply.body.id).toBe(desktopPoolId)
  })

  test('another region answers with its own', async () => {
    const [here, there] = sandbox.regions.map((region) =>
      clientForTest(userNamed('console'), { endpoint: sandbox.endpoint(region) }),
    )
    const input = { compartmentId: compartment('exadata-production'), limit: 1000 }
    const ids = async (client: OciClient | undefined) =>
      (await client?.call('operator-access-control.listAccessRequests', input))?.body.items.map(({ id }) => id) ?? []
    const [ours, theirs] = [await ids(here), await ids(there)]
    expect(ours.length).toBeGreaterThan(0)
    expect(ours.filter((id) => theirs.includes(id))).toEqual([])
  })
})

describe('acting', () => {
  test('approving an access request takes effect', async () => {
    const accessRequestId = await raiseAccessRequest()
    await clientForTest(userNamed('approver')).call('operator-access-control.approveAccessRequest', {
      accessRequestId,
      body: { approverComment: 'Für heute genehmigt – bitte kurz', auditType: ['COMMANDS_KEYSTROKES'] },
    })
    const { body } = await client.call('operator-access-control.getAccessRequest', { accessRequestId })
    expect(body.approverComment).toBe('Für heute genehmigt – bitte kurz')
    await expect.poll(() => stateOf(accessRequestId)).toBe('DEPLOYED')
  })

  test('stopping a pool gives a work request that ends, with a log', async () => {
    const desktopPoolId = await activePool()
    const { workRequestId = '', body } = await client.call('desktops.stopDesktopPool', { desktopPoolId })
    expect(body).toBeUndefined()
    const status = async () => (await client.call('desktops.getWorkRequest', { workRequestId })).body.status
    await expect.poll(status, { timeout: 10_000 }).toBe('SUCCEEDED')
    expect(await Array.fromAsync(client.items('desktops.listWorkRequestLogs', { workRequestId }))).not.toEqual([])
  })

  test('an answer that is lost is requested again, and nothing happens twice', async () => {
    const accessRequestId = await raiseAccessRequest()
    const operation = 'operator-access-control.approveAccessRequest'
    await sandbox.control.calls.clear()
    await sandbox.control.faults.set({ operation, times: 1, break: 'cut', afterEffect: true })
    await clientForTest(userNamed('approver')).call(operation, { accessRequestId, body: {} })
    expect(await sandbox.control.calls.counts()).toMatchObject({ [operation]: 2 })
    const history = client.items('operator-access-control.listAccessRequestHistories', { accessRequestId })
    const states = (await Array.fromAsync(history)).map(({ lifecycleState }) => lifecycleState)
    expect(states.filter((state) => state === 'APPROVED')).toHaveLength(1)
  })
})

describe('an error of each kind', () => {
  const getRegions = (client: OciClient) => failureOf(client.call('identity.listRegions', {}))

  test('what is not there, or not to be seen, is 404', async () => {
    const desktopId = 'ocid1.desktoppooldesktop.oc1.eu-frankfurt-1.aaaa'
    expect(await failureOf(client.call('desktops.getDesktop', { desktopId }))).toMatchObject({
      kind: 'service',
      status: 404,
      code: 'NotAuthorizedOrNotFound',
    })
    const restricted = clientForTest(userNamed('restricted'))
    const accessRequestId = await raiseAccessRequest({ compartment: 'exadata-production' })
    expect(
      await failureOf(restricted.call('operator-access-control.getAccessRequest', { accessRequestId })),
    ).toMatchObject({ status: 404 })
  })

  test('a state that does not allow it is 409, in words of OCI', async () => {
    const accessRequestId = await raiseAccessRequest()
    const approver = clientForTest(userNamed('approver'))
    await approver.call('operator-access-control.rejectAccessRequest', {
      accessRequestId,
      body: { approverComment: 'No.' },
    })
    const error = await failureOf(
      approver.call('operator-access-control.approveAccessRequest', { accessRequestId, body: {} }),
    )
    expect(error).toMatchObject({ kind: 'service', status: 409, code: 'IncorrectState' })
    expect(error.message).toMatch(/REJECTED/)
  })

  test('an etag that is out of date is 412', async () => {
    const desktopPoolId = await activePool()
    const body = { description: 'Changed' }
    expect(
      await failureOf(client.call('desktops.updateDesktopPool', { desktopPoolId, ifMatch: 'stale', body })),
    ).toMatchObject({
      status: 412,
      code: 'NoEtagMatch',
    })
  })

  test('an input that OCI refuses is 400 and names it', async () => {
    const error = await failureOf(
      client.call('desktops.listDesktopPools', { compartmentId: compartment('workplace'), limit: 5_000 }),
    )
    expect(error).toMatchObject({ kind: 'service', status: 400, code: 'InvalidParameter' })
    expect(error.message).toContain('limit')
  })

  test.each([
    [
      { status: 429, code: 'TooManyRequests', message: 'Slow down.', retryAfterSeconds: 30 },
      { kind: 'service', status: 429, code: 'TooManyRequests', retryAfterSeconds: 30 },
      1,
    ],
    [
      { status: 500, code: 'InternalServerError', message: 'Oh.' },
      { kind: 'service', status: 500, code: 'InternalServerError', fromOci: true },
      3,
    ],
    [{ status: 503, code: 'ServiceUnavailable', message: 'Busy.' }, { kind: 'service', status: 503 }, 3],
    [{ break: 'html' }, { kind: 'service', status: 502, code: undefined }, 3],
    [{ break: 'garbage' }, { kind: 'bad-answer', status: 200 }, 1],
    [{ break: 'cut' }, { kind: 'network' }, 3],
    [{ delayMs: 5_000 }, { kind: 'timeout' }, 1],
  ] as const)('the fault %j is %j after %i attempts', async (fault, expected, attempts) => {
    await sandbox.control.calls.clear()
    await sandbox.control.faults.set({ operation: 'identity.listRegions', ...fault })
    expect(await getRegions(clientForTest(userNamed('console'), { timeouts: { callMs: 1_000 } }))).toMatchObject(
      expected,
    )
    expect(await sandbox.control.calls.counts()).toEqual({ 'identity.listRegions': attempts })
  })

  test('a fault that passes is not noticed', async () => {
    await sandbox.control.faults.set({ operation: 'identity.listRegions', times: 2, status: 503 })
    expect((await client.call('identity.listRegions', {})).status).toBe(200)
  })
})
