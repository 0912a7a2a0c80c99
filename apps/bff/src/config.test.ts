import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ociConfig = join(folder, 'oci-config')
writeFileSync(ociConfig, '')

function file(text: string): string {
  const path = join(folder, 'gatehouse.yaml')
  writeFileSync(path, text)
  return path
}

function mistakesOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig({ OCI_CONFIG_FILE: ociConfig, ...env })
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
  return []
}

test('with nothing set it runs on the sandbox, reachable from this machine alone', () => {
  expect(readConfig({})).toMatchObject({
    server: { host: '127.0.0.1', port: 7070, publicUrl: null, trustProxy: false },
    logLevel: 'warn',
    dataFolder: resolve('.gatehouse'),
    store: resolve('.gatehouse'),
    ledger: { anchor: null },
    session: { secret: null, idleMs: 3_600_000, absoluteMs: 12 * 3_600_000 },
    oci: { kind: 'sandbox', port: 7071, paceMs: null, life: true, stateFile: null, seedFile: null },
  })
})

test('an empty setting counts as none', () => {
  expect(readConfig({ GATEHOUSE_PORT: '', GATEHOUSE_CONNECTIONS: ' ' })).toEqual(readConfig({}))
})

test('all mistakes are reported at once', () => {
  const mistakes = mistakesOf({
    GATEHOUSE_PORT: '70700',
    GATEHOUSE_LOG_LEVEL: 'loud',
    GATEHOUSE_PUBLIC_URL: 'gatehouse.example.com',
    GATEHOUSE_SESSION_SECRET: 'short',
    GATEHOUSE_SESSION_IDLE_MINUTES: '1.5',
    GATEHOUSE_CONNECTION: 'a=DEFAULT',
    DATABASE_URL: 'mysql://user:top-secret@somewhere',
  })
  expect(mistakes).toEqual([
    'GATEHOUSE_CONNECTION is not a setting of Gatehouse. Did you mean GATEHOUSE_CONNECTIONS?',
    'GATEHOUSE_SESSION_SECRET must have at least 32 characters.',
    'GATEHOUSE_PORT must be a whole number from 0 to 65535, not "70700".',
    expect.stringContaining('GATEHOUSE_PUBLIC_URL must be an address'),
    'GATEHOUSE_LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace, not "loud".',
    'DATABASE_URL must be an address such as postgres://user:password@db.example.com:5432/gatehouse.',
    'GATEHOUSE_SESSION_IDLE_MINUTES must be a whole number from 1 to 10080, not "1.5".',
  ])
})

test('proxies are trusted by address', () => {
  const trusted = (text: string) => readConfig({ GATEHOUSE_TRUST_PROXY: text }).server.trustProxy
  expect([trusted('true'), trusted('false'), trusted('10.0.0.0/8, ::1')]).toEqual([true, false, ['10.0.0.0/8', '::1']])
  for (const text of ['proxy.internal', '10.0.0.0/33', '10.0.0.1/8/8', '10.0.0'])
    expect(mistakesOf({ GATEHOUSE_TRUST_PROXY: text })).toEqual([expect.stringContaining(`"${text}" is none`)])
})

describe('the anchor of the ledger', () => {
  const anchor = (text: string) => readConfig({ GATEHOUSE_LEDGER_ANCHOR: text }).ledger.anchor

  test('is a file, or an address', () => {
    const path = join(folder, 'anchor.jsonl')
    expect(anchor(path)).toEqual({ kind: 'file', path })
    expect(anchor('anchor.jsonl')).toEqual({ kind: 'file', path: resolve('anchor.jsonl') })
    const url = new URL('https://audit.example.com/heads?token=x')
    expect(anchor(url.href)).toEqual({ kind: 'address', url })
  })

  test('is refused where it cannot be written, without repeating an address', () => {
    const mistake = (text: string) => mistakesOf({ GATEHOUSE_LEDGER_ANCHOR: text }).join()
    expect(mistake('/nowhere/anchor.jsonl')).toBe(
      'The folder /nowhere, named in GATEHOUSE_LEDGER_ANCHOR, does not exist. Make it first.',
    )
    expect(mistake(folder)).toContain(`${folder} is a folder.`)
    for (const text of ['ftp://hunter2.example.com', 'https://me:hunter2@example.com', 'https://'])
      expect(mistake(text)).toBe(
        'GATEHOUSE_LEDGER_ANCHOR must be a file, or an address that begins with https:// or http:// and names no user.',
      )
  })
})

test('no mistake repeats a secret', () => {
  const mistakes = mistakesOf({ GATEHOUSE_SESSION_SECRET: 'hunter2', GATEHOUSE_PASSWRD: 'hunter2' })
  expect(mistakes).toHaveLength(2)
  expect(mistakes.join('\n')).not.toContain('hunter2')
})

describe('connections in one line', () => {
  const compartment = 'ocid1.compartment.oc1..aaaaaaaa'

  test('name profiles, regions and compartments', () => {
    const { oci, logLevel } = readConfig({
      OCI_CONFIG_FILE: ociConfig,
      GATEHOUSE_CONNECTIONS: `frankfurt=DEFAULT@eu-frankfurt-1/${compartment}, ${compartment}b; home=AUDIT`,
    })
    expect(logLevel).toBe('info')
    expect(oci).toMatchObject({
      kind: 'tenancy',
      configFile: ociConfig,
      connections: [
        {
          id: 'frankfurt',
          signer: { profile: 'DEFAULT' },
          region: 'eu-frankfurt-1',
          compartments: [compartment, `${compartment}b`],
        },
        { id: 'home', signer: { profile: 'AUDIT' }, region: null, compartments: null },
      ],
    })
  })

  for (const [what, text, words] of [
    ['no profile', 'frankfurt', 'must read id=PROFILE@region'],
    ['an id with capitals', 'Frankfurt=DEFAULT', 'id must match'],
    ['a compartment that is no OCID', 'a=DEFAULT@eu-frankfurt-1/platform', 'compartments[0] must be an OCID'],
    ['the same id twice', 'a=X;a=Y', 'There are two connections named "a".'],
    ['nothing but separators', ';;', 'names no connection'],
  ])
    test(`with ${what} are refused`, () => {
      expect(mistakesOf({ GATEHOUSE_CONNECTIONS: text }).join('\n')).toContain(words)
    })
})

describe('connections in a file', () => {
  test('give each its profile, and people profiles of their own', () => {
    const { oci } = readConfig({
      OCI_CONFIG_FILE: ociConfig,
      GATEHOUSE_CONFIG: file(`
connections:
  - id: frankfurt
    name: Frankfurt
    region: eu-frankfurt-1
    services: [desktops]
    endpoint: http://127.0.0.1:7071/eu-frankfurt-1
people:
  - name: approver
    profiles: { frankfurt: APPROVER }
`),
    })
    expect(oci).toMatchObject({
      connections: [
        {
          id: 'frankfurt',
          name: 'Frankfurt',
          signer: { profile: 'DEFAULT' },
          services: ['desktops'],
          compartments: null,
        },
      ],
      people: [{ name: 'approver', profiles: { frankfurt: 'APPROVER' } }],
    })
  })

  test('may state the account that a person’s keys are for', () => {
    const people = (account: string) =>
      file(`connections: [{ id: a }]\npeople: [{ name: approver, account: ${account}, profiles: { a: X } }]\n`)
    const account = '01993f00-0000-7000-8000-000000000001'
    const { oci } = readConfig({ OCI_CONFIG_FILE: ociConfig, GATEHOUSE_CONFIG: people(account) })
    expect(oci).toMatchObject({ people: [{ name: 'approver', account }] })
    const path = people('approver')
    expect(mistakesOf({ GATEHOUSE_CONFIG: path })).toEqual([`${path}: people[0].account must be a UUID.`])
  })

  test('may be signed for by what this runs on, and need no OCI configuration file then', () => {
    const { oci } = readConfig({
      OCI_CONFIG_FILE: join(folder, 'none'),
      GATEHOUSE_CONFIG: file('connections: [{ id: a, principal: instance }]'),
    })
    expect(oci).toMatchObject({ connections: [{ id: 'a', signer: { principal: 'instance' } }] })
    const both = file('connections: [{ id: a, principal: workload, profile: X }]')
    expect(mistakesOf({ GATEHOUSE_CONFIG: both })).toEqual([
      `${both}: the connection "a" names both a profile and a principal. One of them signs.`,
    ])
  })

  test('may have a budget of their own, if it admits calls', () => {
    const budget = (text: string) => file(`connections: [{ id: a, budget: ${text} }]`)
    const read = (path: string) => readConfig({ OCI_CONFIG_FILE: ociConfig, GATEHOUSE_CONFIG: path }).oci
    expect(read(budget('{ perSecond: 12.5 }'))).toMatchObject({ connections: [{ budget: { perSecond: 12.5 } }] })
    expect(read(file('connections: [{ id: a }]'))).toMatchObject({ connections: [{ budget: {} }] })
    const path = budget('{ inFlight: 0, perMinute: 5 }')
    expect(mistakesOf({ GATEHOUSE_CONFIG: path })).toEqual([
      `${path}: connections[0].budget.perMinute is not known here.`,
      `${path}: connections[0].budget.inFlight must be at least 1.`,
    ])
  })

  test('are refused with the path of what is wrong', () => {
    const path = file('connections:\n  - id: a\n    servces: [desktops]\n    services: [compute]\n  - name: b\n')
    expect(mistakesOf({ GATEHOUSE_CONFIG: path })).toEqual([
      `${path}: connections[0].servces is not known here.`,
      `${path}: connections[0].services[0] must be one of desktops, operator-access-control, delegate-access-control.`,
      `${path}: connections[1].id is missing.`,
    ])
  })

  test('that are not YAML are refused with the line', () => {
    const [mistake] = mistakesOf({ GATEHOUSE_CONFIG: file('connections:\n  - id: "a\n') })
    expect(mistake).toMatch(/gatehouse\.yaml, line \d: this is not YAML/)
  })

  test('cannot name a profile for a connection that does not exist', () => {
    const path = file('connections: [{ id: a }]\npeople: [{ name: approver, profiles: { b: X } }]\n')
    expect(mistakesOf({ GATEHOUSE_CONFIG: path })).toEqual([
      'people: "approver" has a profile for the connection "b", which does not exist. There are: a.',
    ])
  })

  test('and in one line at the same time are refused', () => {
    const mistakes = mistakesOf({
      GATEHOUSE_CONFIG: file('connections: [{ id: a }]'),
      GATEHOUSE_CONNECTIONS: 'b=DEFAULT',
    })
    expect(mistakes.join()).toContain('Give them in one place')
  })

  test('that do not exist are refused', () => {
    expect(mistakesOf({ GATEHOUSE_CONFIG: '/nowhere.yaml' })).toEqual([
      'The file /nowhere.yaml, named in GATEHOUSE_CONFIG, does not exist.',
    ])
  })
})

test('connections need an OCI configuration file', () => {
  const mistakes = mistakesOf({ GATEHOUSE_CONNECTIONS: 'a=DEFAULT', OCI_CONFIG_FILE: join(folder, 'none') })
  expect(mistakes).toEqual([
    `The OCI configuration file ${join(folder, 'none')} does not exist. Name another in OCI_CONFIG_FILE.`,
  ])
})

test('the way to OCI is where everything else finds it', () => {
  const { oci } = readConfig({
    OCI_CONFIG_FILE: ociConfig,
    GATEHOUSE_CONNECTIONS: 'a=DEFAULT',
    HTTPS_PROXY: 'http://proxy.example:3128',
    NO_PROXY: 'localhost',
  })
  expect(oci).toMatchObject({ client: { proxy: { httpsProxy: 'http://proxy.example:3128', noProxy: 'localhost' } } })
})
