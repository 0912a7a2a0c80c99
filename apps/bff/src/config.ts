import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clientOptionsFrom } from '@gatehouse/oci-client'
import { parseDatabase } from './config/database.ts'
import { parseAnchor, type AnchorTarget } from './config/anchor.ts'
import { crossCheck, parseConnectionsFile } from './config/connections-file.ts'
import { parseConnections } from './config/connections-text.ts'
import type { ConnectionConfig, PersonConfig } from './config/connections.ts'
import { environmentReader } from './config/environment.ts'
import { Mistakes, nearest } from './config/mistakes.ts'
import type { StoreTarget } from './store/store.ts'

export type { AnchorTarget } from './config/anchor.ts'
export type { ConnectionConfig, PersonConfig } from './config/connections.ts'

/** The whole configuration, grouped by its consumer. */
export interface Config {
  server: {
    host: string
    /** 0 for any that is free. */
    port: number
    /** The address for browsers, if it differs from `http://<host of the request>`. https makes cookies Secure. */
    publicUrl: URL | null
    /** Proxies whose forwarded headers are trusted: true for all, or their addresses. */
    trustProxy: boolean | string[]
    /** Folder of the built console. */
    consoleFolder: string
  }
  logLevel: LogLevel
  /** The folder of the store and the session secret, unless these are in a database, and of the demo password. */
  dataFolder: string
  store: StoreTarget
  ledger: {
    /** Where the head of the chain is written in addition to the log; null for the log only. */
    anchor: AnchorTarget | null
  }
  retention: {
    /** How long work requests with their logs, and access requests, stay after OCI has forgotten them. */
    forgottenMs: number
  }
  session: {
    /** Null: generated, and kept in the data folder or the database. */
    secret: string | null
    idleMs: number
    absoluteMs: number
  }
  oci: SandboxConfig | TenancyConfig
}

/** A sandbox in this process stands in for OCI. */
export interface SandboxConfig {
  kind: 'sandbox'
  port: number
  /** Milliseconds between two steps of a work request. */
  paceMs: number | null
  /** Whether it simulates background activity. */
  life: boolean
  /** The file of its world; null: in memory only. */
  stateFile: string | null
  /** A file with additions to a fresh world; null: none. */
  seedFile: string | null
}

/** The real OCI. */
export interface TenancyConfig {
  kind: 'tenancy'
  configFile: string
  /** The proxy, and whether to use realm-specific endpoints. */
  client: ReturnType<typeof clientOptionsFrom>
  connections: ConnectionConfig[]
  people: PersonConfig[]
}

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof logLevels)[number]

/** The environment is invalid; the message lists every mistake, one per line. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(`The configuration is not usable:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`)
    this.mistakes = mistakes
  }
}

const variables = [
  'GATEHOUSE_CONFIG',
  'GATEHOUSE_CONNECTIONS',
  'GATEHOUSE_CONSOLE_DIR',
  'GATEHOUSE_DATABASE_CA',
  'GATEHOUSE_DATABASE_POOL',
  'GATEHOUSE_DATABASE_STATEMENT_SECONDS',
  'GATEHOUSE_DATA_DIR',
  'GATEHOUSE_HOST',
  'GATEHOUSE_LEDGER_ANCHOR',
  'GATEHOUSE_LOG_LEVEL',
  'GATEHOUSE_PASSWORD',
  'GATEHOUSE_PORT',
  'GATEHOUSE_PUBLIC_URL',
  'GATEHOUSE_RETENTION_DAYS',
  'GATEHOUSE_SANDBOX_LIFE',
  'GATEHOUSE_SANDBOX_PACE',
  'GATEHOUSE_SANDBOX_PORT',
  'GATEHOUSE_SANDBOX_SEED_FILE',
  'GATEHOUSE_SANDBOX_STATE',
  'GATEHOUSE_SESSION_ABSOLUTE_HOURS',
  'GATEHOUSE_SESSION_IDLE_MINUTES',
  'GATEHOUSE_SESSION_SECRET',
  'GATEHOUSE_TRUST_PROXY',
] as const

/** The only place that reads the environment. Throws a ConfigError with all mistakes. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const mistakes = new Mistakes()
  const read = environmentReader(env, mistakes)
  refuseUnknown(env, mistakes)

  const secret = read.text('GATEHOUSE_SESSION_SECRET') ?? null
  if (secret !== null && secret.length < 32) mistakes.add('GATEHOUSE_SESSION_SECRET must have at least 32 characters.')

  const oci = ociConfig(env, read, mistakes)
  const dataFolder = resolve(read.text('GATEHOUSE_DATA_DIR') ?? '.gatehouse')
  const config: Config = {
    server: {
      host: read.text('GATEHOUSE_HOST') ?? '127.0.0.1',
      port: read.integer('GATEHOUSE_PORT', { fallback: 7070, min: 0, max: 65_535 }),
      publicUrl: read.url('GATEHOUSE_PUBLIC_URL'),
      trustProxy: trustedProxies('GATEHOUSE_TRUST_PROXY', read.text('GATEHOUSE_TRUST_PROXY'), mistakes),
      consoleFolder: resolve(
        read.text('GATEHOUSE_CONSOLE_DIR') ?? fileURLToPath(new URL('../../console/dist', import.meta.url)),
      ),
    },
    // With the sandbox, a person reads the address and the password in the terminal.
    logLevel: read.oneOf('GATEHOUSE_LOG_LEVEL', logLevels, oci.kind === 'sandbox' ? 'warn' : 'info'),
    dataFolder,
    store: parseDatabase(env, read, mistakes) ?? dataFolder,
    ledger: { anchor: parseAnchor('GATEHOUSE_LEDGER_ANCHOR', read.text('GATEHOUSE_LEDGER_ANCHOR'), mistakes) },
    retention: {
      forgottenMs: read.integer('GATEHOUSE_RETENTION_DAYS', { fallback: 400, min: 1, max: 36_500 }) * 24 * 3_600_000,
    },
    session: {
      secret,
      idleMs: read.integer('GATEHOUSE_SESSION_IDLE_MINUTES', { fallback: 60, min: 1, max: 7 * 24 * 60 }) * 60_000,
      absoluteMs: read.integer('GATEHOUSE_SESSION_ABSOLUTE_HOURS', { fallback: 12, min: 1, max: 30 * 24 }) * 3_600_000,
    },
    oci,
  }
  if (mistakes.list.length > 0) throw new ConfigError(mistakes.list)
  return config
}

function refuseUnknown(env: NodeJS.ProcessEnv, mistakes: Mistakes): void {
  const settings: readonly string[] = variables
  for (const name of Object.keys(env).filter((name) => name.startsWith('GATEHOUSE_') && !settings.includes(name))) {
    const meant = nearest(name, settings)
    mistakes.add(`${name} is not a setting of Gatehouse.${meant ? ` Did you mean ${meant}?` : ''}`)
  }
}

function trustedProxies(name: string, text: string | undefined, mistakes: Mistakes): boolean | string[] {
  if (text === undefined || text === 'false') return false
  if (text === 'true') return true
  const addresses = text.split(',').map((address) => address.trim())
  for (const address of addresses.filter((one) => !isAddress(one)))
    mistakes.add(
      `${name} must be true, false, or addresses such as 10.0.0.1 or 10.0.0.0/8 with commas between; "${address}" is none.`,
    )
  return addresses
}

function isAddress(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const version = isIP(address)
  return (
    version > 0 &&
    more === undefined &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  )
}

function ociConfig(
  env: NodeJS.ProcessEnv,
  read: ReturnType<typeof environmentReader>,
  mistakes: Mistakes,
): SandboxConfig | TenancyConfig {
  const file = read.text('GATEHOUSE_CONFIG')
  const text = read.text('GATEHOUSE_CONNECTIONS')
  const fromFile = file === undefined ? { connections: [], people: [] } : readFile(file, mistakes)
  const fromText = text === undefined ? [] : parseConnections('GATEHOUSE_CONNECTIONS', text, mistakes)
  if (fromFile.connections.length > 0 && fromText.length > 0)
    mistakes.add(`Connections are given both in GATEHOUSE_CONNECTIONS and in ${file}. Give them in one place.`)

  const connections = [...fromFile.connections, ...fromText]
  crossCheck(connections, fromFile.people, mistakes)
  // An empty list is more likely a mistake than a request for the sandbox.
  if (connections.length === 0 && mistakes.list.length === 0 && (file !== undefined || text !== undefined))
    mistakes.add(
      `${file === undefined ? 'GATEHOUSE_CONNECTIONS' : file} names no connection. Name one, or unset it to run on the sandbox.`,
    )

  const sandbox: SandboxConfig = {
    kind: 'sandbox',
    port: read.integer('GATEHOUSE_SANDBOX_PORT', { fallback: 7071, min: 0, max: 65_535 }),
    paceMs: read.text('GATEHOUSE_SANDBOX_PACE')
      ? read.integer('GATEHOUSE_SANDBOX_PACE', { fallback: 0, min: 1, max: 3_600_000 })
      : null,
    life: read.oneOf('GATEHOUSE_SANDBOX_LIFE', ['true', 'false'], 'true') === 'true',
    stateFile: read.path('GATEHOUSE_SANDBOX_STATE'),
    seedFile: read.path('GATEHOUSE_SANDBOX_SEED_FILE'),
  }
  if (connections.length === 0) return sandbox

  const usesProfiles = fromFile.people.length > 0 || connections.some(({ signer }) => 'profile' in signer)
  const configFile = read.text('OCI_CONFIG_FILE') ?? join(env['HOME'] ?? homedir(), '.oci', 'config')
  if (usesProfiles && !existsSync(configFile.replace(/^~(?=\/)/, env['HOME'] ?? homedir())))
    mistakes.add(`The OCI configuration file ${configFile} does not exist. Name another in OCI_CONFIG_FILE.`)
  return { kind: 'tenancy', configFile, client: clientOptionsFrom(env), connections, people: fromFile.people }
}

function readFile(file: string, mistakes: Mistakes) {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    mistakes.add(
      code === 'ENOENT'
        ? `The file ${file}, named in GATEHOUSE_CONFIG, does not exist.`
        : `The file ${file}, named in GATEHOUSE_CONFIG, cannot be read (${code}).`,
    )
    return { connections: [], people: [] }
  }
  return parseConnectionsFile(file, text, mistakes)
}
