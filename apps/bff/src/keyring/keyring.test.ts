import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox, type Sandbox } from '@gatehouse/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ConfigError, type ConnectionConfig, type TenancyConfig } from '../config.ts'
import { personOf } from '../testing/people.ts'
import type { CallLog } from './clients.ts'
import { createKeyring, type KeyringSettings } from './create-keyring.ts'
import { readConnections } from './read-connections.ts'
import type { Keyring } from './keyring.ts'

let sandbox: Sandbox
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-keyring-'))
  sandbox = await startSandbox({ life: false, configDir: folder })
})
afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => sandbox.reset())

const userId = (name: string) => sandbox.users.find((user) => user.name === name)?.id
const compartmentId = (name: string) => sandbox.compartments.find((one) => one.name === name)?.id ?? ''

const connection = (changes: Partial<ConnectionConfig> = {}): ConnectionConfig => ({
  id: 'frankfurt',
  name: 'Frankfurt',
  signer: { profile: 'DEFAULT' },
  region: 'eu-frankfurt-1',
  services: ['desktops'],
  compartments: null,
  endpoint: sandbox.endpoint('eu-frankfurt-1'),
  budget: {},
  ...changes,
})

const tenancy = (changes: Partial<TenancyConfig> = {}): TenancyConfig => ({
  kind: 'tenancy',
  configFile: join(folder, 'config'),
  client: {},
  connections: [connection()],
  people: [{ name: 'Approver', profiles: { frankfurt: 'APPROVER' } }],
  ...changes,
})

async function withKeyring<Result>(
  config: TenancyConfig,
  look: (keyring: Keyring, advance: (ms: number) => void) => Promise<Result>,
  settings: KeyringSettings = {},
) {
  let nowMs = Date.now()
  const keyring = createKeyring(await readConnections(config), { ...settings, now: () => nowMs })
  try {
    return await look(keyring, (ms) => (nowMs += ms))
  } finally {
    await keyring.close()
  }
}

describe('whose key signs', () => {
  test('is a person’s own, or the shared one without it', () =>
    withKeyring(tenancy(), async (keyring) => {
      const frankfurt = keyring.get('frankfurt')
      expect(frankfurt).toMatchObject({ tenancyId: sandbox.tenancyId, ociUserId: userId('console') })
      expect(frankfurt.clientFor(personOf('viewer'))).toMatchObject({ ociUserId: userId('console'), own: false })
      expect(frankfurt.clientFor(personOf('approver'))).toMatchObject({ ociUserId: userId('approver'), own: true })
      await keyring.checkKeys()
    }))

  test('never gets out with the keyring', () =>
    withKeyring(tenancy(), async (keyring) => {
      expect(JSON.stringify(keyring.signersOf(personOf('approver')))).not.toContain('PRIVATE')
      expect(JSON.stringify(keyring)).not.toContain('PRIVATE')
    }))
})

test('a connection that does not exist is not found', () =>
  withKeyring(tenancy(), async (keyring) => {
    expect(() => keyring.get('atlantis')).toThrow('There is no connection named "atlantis"')
  }))

describe('the calls to OCI', () => {
  const pools = { compartmentId: 'ocid1.compartment.oc1..aaaa' }

  test('stay within the budget of the connection, for every principal', async () => {
    let underWay = 0
    let most = 0
    const server = createServer((_, response) => {
      most = Math.max(most, ++underWay)
      setTimeout(() => {
        underWay -= 1
        response.setHeader('content-type', 'application/json').end('{"items":[]}')
      }, 20)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo // it listens on TCP
    const frugal = connection({ endpoint: `http://127.0.0.1:${port}`, budget: { inFlight: 2 } })
    await withKeyring(tenancy({ connections: [frugal] }), async (keyring) => {
      const frankfurt = keyring.get('frankfurt')
      const own = frankfurt.clientFor(personOf('approver')).client
      const calls = [frankfurt.client, own, frankfurt.client, own].map((one) =>
        one.call('desktops.listDesktopPools', pools, { join: false }),
      )
      await Promise.all(calls)
    })
    server.close()
    expect(most).toBe(2)
  })

  test('are logged when refused, with OCI’s own id and nothing secret', () => {
    const { log, lines } = memoryLog()
    return withKeyring(
      tenancy(),
      async (keyring) => {
        const { client } = keyring.get('frankfurt')
        for (const _ of [1, 2, 3]) await client.call('desktops.listDesktopPools', pools).catch(() => undefined)
        const [refused, ...again] = lines
        // the same once a minute: as many compartments may refuse as there are
        expect(again.map(({ level }) => level)).toEqual(['debug', 'debug'])
        expect(refused).toMatchObject({
          level: 'info',
          details: {
            oci: {
              connection: 'frankfurt',
              operation: 'desktops.listDesktopPools',
              status: 404,
              code: 'NotAuthorizedOrNotFound',
              opcRequestId: expect.any(String) as string,
            },
          },
        })
        expect(JSON.stringify(lines)).not.toMatch(/Signature|authorization/i)
      },
      { log },
    )
  })

  test('are not sent to a host that keeps failing, for every principal', () => {
    const { log, lines } = memoryLog()
    const nobodyThere = connection({ endpoint: 'http://127.0.0.1:1' })
    return withKeyring(
      tenancy({ connections: [nobodyThere] }),
      async (keyring) => {
        const frankfurt = keyring.get('frankfurt')
        const failing = Array.from({ length: 20 }, (_, index) =>
          frankfurt.client.call('desktops.listDesktopPools', { compartmentId: `c${index}` }, { retry: false }),
        )
        await Promise.allSettled(failing)
        const own = frankfurt.clientFor(personOf('approver')).client.call('desktops.listDesktopPools', pools)
        await expect(own).rejects.toMatchObject({ kind: 'circuit-open' })
        expect(lines.find(({ level }) => level === 'warn')?.details).toMatchObject({
          oci: { host: '127.0.0.1:1', state: 'open' },
        })
      },
      { log },
    )
  })
})

function memoryLog() {
  const lines: { level: keyof CallLog; details: unknown; message: string }[] = []
  const at = (level: keyof CallLog) => (details: unknown, message: string) =>
    void lines.push({ level, details, message })
  return { lines, log: { warn: at('warn'), info: at('info'), debug: at('debug') } satisfies CallLog }
}

describe('what this runs on', () => {
  const onResource = () =>
    tenancy({ connections: [connection({ signer: { principal: 'resource' }, region: null })], people: [] })

  afterEach(() => {
    vi.unstubAllEnvs()
  })

  test('signs without any key of ours, and names tenancy and region', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' })
    const { token } = await sandbox.control.issueToken({ user: 'console', publicKeyPem })
    vi.stubEnv('OCI_RESOURCE_PRINCIPAL_VERSION', '2.2')
    vi.stubEnv('OCI_RESOURCE_PRINCIPAL_RPST', token)
    vi.stubEnv('OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM', privateKey.export({ type: 'pkcs1', format: 'pem' }))
    vi.stubEnv('OCI_RESOURCE_PRINCIPAL_REGION', 'eu-frankfurt-1')
    await withKeyring(onResource(), async (keyring) => {
      const frankfurt = keyring.get('frankfurt')
      expect(frankfurt).toMatchObject({ tenancyId: sandbox.tenancyId, region: 'eu-frankfurt-1', ociUserId: null })
      expect(await frankfurt.compartments()).toHaveLength(sandbox.compartments.length + 1)
      await keyring.checkKeys()
    })
  })

  test('is named when it gives none', async () => {
    vi.stubEnv('OCI_RESOURCE_PRINCIPAL_VERSION', undefined)
    const reading = readConnections(onResource())
    await expect(reading).rejects.toThrow('The resource principal is not available here')
  })
})

describe('the compartments of a connection', () => {
  test('are the whole tree, the root first, with paths', () =>
    withKeyring(tenancy(), async (keyring) => {
      const frankfurt = keyring.get('frankfurt')
      const compartments = await frankfurt.compartments()
      expect(compartments[0]).toEqual({ id: sandbox.tenancyId, name: 'gatehouse-demo', path: 'gatehouse-demo' })
      expect(compartments.map(({ path }) => path)).toContain('platform / exadata-production')
      expect(compartments).toHaveLength(sandbox.compartments.length + 1)
      expect(frankfurt.compartment(compartmentId('exadata-production'))?.name).toBe('exadata-production')
      expect(frankfurt.compartment('ocid1.compartment.oc1..unknown')).toBeNull()
    }))

  test('are those that are configured, when some are', () => {
    const only = [compartmentId('desktops-finance'), sandbox.tenancyId]
    return withKeyring(tenancy({ connections: [connection({ compartments: only })] }), async (keyring) => {
      expect((await keyring.get('frankfurt').compartments()).map(({ id }) => id)).toEqual(only)
    })
  })

  test('are read once for concurrent callers, and again after ten minutes', () =>
    withKeyring(tenancy(), async (keyring, advance) => {
      const frankfurt = keyring.get('frankfurt')
      const reads = async () => (await sandbox.control.calls.counts())['identity.listCompartments']
      await Promise.all([frankfurt.compartments(), frankfurt.compartments(), frankfurt.compartments()])
      advance(9 * 60_000)
      await frankfurt.compartments()
      expect(await reads()).toBe(1)
      advance(2 * 60_000)
      await frankfurt.compartments()
      expect(await reads()).toBe(2)
    }))

  test('hold when they cannot be read again, and say why when they never could', () =>
    withKeyring(tenancy(), async (keyring, advance) => {
      const frankfurt = keyring.get('frankfurt')
      await sandbox.control.faults.set({
        operation: 'identity.listCompartments',
        status: 404,
        code: 'NotAuthorizedOrNotFound',
      })
      await expect(frankfurt.compartments()).rejects.toMatchObject({ code: 'not_found' })
      await sandbox.control.faults.clear()
      advance(6_000)
      const read = await frankfurt.compartments()
      await sandbox.control.faults.set({
        operation: 'identity.listCompartments',
        status: 404,
        code: 'NotAuthorizedOrNotFound',
      })
      advance(11 * 60_000)
      expect(await frankfurt.compartments()).toEqual(read)
    }))

  test('do not need the name of the tenancy to be readable', () =>
    withKeyring(tenancy(), async (keyring) => {
      await sandbox.control.faults.set({
        operation: 'identity.getTenancy',
        status: 404,
        code: 'NotAuthorizedOrNotFound',
      })
      const [root] = await keyring.get('frankfurt').compartments()
      expect(root).toEqual({ id: sandbox.tenancyId, name: 'root', path: 'root' })
    }))
})

describe('profiles that cannot be used', () => {
  const mistakesOf = async (config: TenancyConfig) => {
    const error: unknown = await readConnections(config).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ConfigError)
    return (error as ConfigError).mistakes // as just looked at
  }

  test('are all named at once', async () => {
    const connections = [
      connection({ signer: { profile: 'NOBODY' } }),
      connection({ id: 'b', signer: { profile: 'NEITHER' } }),
    ]
    const mistakes = await mistakesOf(tenancy({ connections, people: [] }))
    expect(mistakes).toHaveLength(2)
    expect(mistakes.join()).toMatch(/NOBODY.*NEITHER/s)
  })

  test('name a key that needs a passphrase or belongs to another user', async () => {
    const wrong = join(folder, 'wrong-config')
    const [user, other] = sandbox.users
    await writeFile(
      wrong,
      `[DEFAULT]\ntenancy=${sandbox.tenancyId}\nuser=${user?.id}\nfingerprint=${user?.fingerprint}\nkey_file=${join(folder, `${other?.name}.pem`)}\n`,
    )
    const [mistake] = await mistakesOf(tenancy({ configFile: wrong, people: [] }))
    expect(mistake).toContain('fingerprint')
    expect(mistake).not.toContain('PRIVATE KEY')
  })

  test('need a region from somewhere', async () => {
    const noRegion = join(folder, 'no-region')
    const [user] = sandbox.users
    await writeFile(
      noRegion,
      `[DEFAULT]\ntenancy=${sandbox.tenancyId}\nuser=${user?.id}\nfingerprint=${user?.fingerprint}\nkey_file=${join(folder, `${user?.name}.pem`)}\n`,
    )
    expect(
      await mistakesOf(tenancy({ configFile: noRegion, people: [], connections: [connection({ region: null })] })),
    ).toEqual(['The connection "frankfurt" names no region, and neither does the profile DEFAULT.'])
  })
})
