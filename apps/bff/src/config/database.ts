import { readFileSync } from 'node:fs'
import { isLoopback } from '../plugins/origin.ts'
import type { PostgresTarget } from '../store/postgres/target.ts'
import type { environmentReader } from './environment.ts'
import type { Mistakes } from './mistakes.ts'

const example = 'postgres://user:password@db.example.com:5432/gatehouse'
const tlsModes = ['disable', 'require', 'verify-full'] as const
const parameters = ['host', 'sslmode']

/**
 * Reads `DATABASE_URL` and its settings; null when it is not set, and the store is a file. No mistake repeats the URL, because
 * it may hold a password.
 */
export function parseDatabase(
  env: NodeJS.ProcessEnv,
  read: ReturnType<typeof environmentReader>,
  mistakes: Mistakes,
): PostgresTarget | null {
  const text = read.text('DATABASE_URL')
  const caFile = read.path('GATEHOUSE_DATABASE_CA')
  const connections = read.integer('GATEHOUSE_DATABASE_POOL', { fallback: 10, min: 2, max: 1_000 })
  const statementSeconds = read.integer('GATEHOUSE_DATABASE_STATEMENT_SECONDS', { fallback: 30, min: 1, max: 3_600 })
  if (text === undefined) {
    if (caFile !== null) mistakes.add('GATEHOUSE_DATABASE_CA is set, but DATABASE_URL names no database.')
    return null
  }

  const url = URL.parse(text)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    mistakes.add(`DATABASE_URL must be an address such as ${example}.`)
    return null
  }
  for (const name of new Set(url.searchParams.keys()))
    if (!parameters.includes(name))
      mistakes.add(`DATABASE_URL has the parameter "${name}". Gatehouse knows only ${parameters.join(' and ')}.`)

  const host = url.searchParams.get('host') ?? url.hostname.replace(/^\[(.*)\]$/, '$1')
  const database = decoded(url.pathname.slice(1))
  const user = decoded(url.username)
  const password = decoded(url.password)
  if (host === '') mistakes.add(`DATABASE_URL names no host; it must be an address such as ${example}.`)
  if (database === '') mistakes.add(`DATABASE_URL names no database; it must be an address such as ${example}.`)
  if (user === '') mistakes.add(`DATABASE_URL names no user; it must be an address such as ${example}.`)
  if ([database, user, password].includes(undefined))
    mistakes.add('DATABASE_URL has a % that begins no character. Write a % in a name or password as %25.')

  return {
    host,
    port: Number(url.port || 5432),
    database: database ?? '',
    user: user ?? '',
    password: password || env['PGPASSWORD'] || undefined,
    tls: tlsMode(url, host, caFile !== null, mistakes),
    certificateAuthority: caFile === null ? null : readAuthority(caFile, mistakes),
    connections,
    statementMs: statementSeconds * 1_000,
  }
}

/** Undefined when the text is not percent-encoded correctly. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** A server elsewhere must prove its name unless the URL says otherwise. A socket or this machine needs no TLS. */
function tlsMode(url: URL, host: string, hasAuthority: boolean, mistakes: Mistakes): PostgresTarget['tls'] {
  const isHere = host.startsWith('/') || isLoopback(host)
  const text = url.searchParams.get('sslmode')
  if (text === null) return isHere && !hasAuthority ? 'disable' : 'verify-full'
  const mode = tlsModes.find((one) => one === text)
  if (mode === undefined) mistakes.add(`sslmode in DATABASE_URL must be one of ${tlsModes.join(', ')}, not "${text}".`)
  else if (mode !== 'verify-full' && hasAuthority)
    mistakes.add(`GATEHOUSE_DATABASE_CA is set, but sslmode=${mode} checks no certificate. Use sslmode=verify-full.`)
  return mode ?? 'verify-full'
}

function readAuthority(file: string, mistakes: Mistakes): string {
  try {
    const text = readFileSync(file, 'utf8')
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text
    mistakes.add(`The file ${file}, named in GATEHOUSE_DATABASE_CA, holds no certificate in PEM form.`)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    mistakes.add(`The file ${file}, named in GATEHOUSE_DATABASE_CA, cannot be read (${code}).`)
  }
  return ''
}
