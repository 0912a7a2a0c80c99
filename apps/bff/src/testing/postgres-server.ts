import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { chown, mkdtemp, readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { PostgresTarget } from '../store/postgres/target.ts'

const execute = promisify(execFile)

export interface PostgresServer {
  /** The database `postgres` on it. */
  target: PostgresTarget
  /** Ends it. `abort` ends it as a crash does, so that it recovers at the next start. */
  stop(how?: 'fast' | 'abort'): Promise<void>
  /** Starts it again, on the same files and port. */
  start(): Promise<void>
  /** Ends it, and deletes its files. */
  remove(): Promise<void>
}

export interface PostgresServerOptions {
  /** False keeps nothing safe over a crash of the machine, and is faster. */
  fsync?: boolean
  /** Lines of postgresql.conf. */
  settings?: readonly string[]
  /** Puts files into its folder before it starts. `own` gives a file to the server's user. */
  prepare?: (data: string, own: (file: string) => Promise<void>) => Promise<void>
}

/** The folder of `initdb` and `postgres`: the newest of the system's packages, or of the PATH. Null without any. */
export function findPostgres(): string | null {
  const packaged = globSync([
    '/usr/lib/postgresql/*/bin/initdb',
    '/usr/pgsql-*/bin/initdb',
    '/opt/homebrew/opt/postgresql@*/bin/initdb',
  ]).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => globSync(join(folder, 'initdb')))
  const [found] = [...packaged, ...onPath]
  return found ? join(found, '..') : null
}

/** As `findPostgres`. Throws when there is none. */
export function requirePostgres(): string {
  const bin = findPostgres()
  if (bin === null) throw new Error('No PostgreSQL is installed: apt-get install postgresql')
  return bin
}

/** Starts a server of its own on a free port. It ends with this process, however that ends. */
export async function startPostgres({
  fsync = false,
  settings = [],
  prepare,
}: PostgresServerOptions = {}): Promise<PostgresServer> {
  const bin = requirePostgres()
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-pg-'))
  const user = await unprivilegedUser()
  if (user) await chown(folder, user.uid, user.gid)
  const as = user ? ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []
  const data = join(folder, 'data')
  const [command, ...prefix] = [...as, join(bin, 'initdb')]
  await execute(command, [...prefix, '-A', 'trust', '-U', 'gatehouse', '-E', 'UTF8', '--no-sync', '-D', data])

  await prepare?.(data, async (file) => {
    if (user) await chown(file, user.uid, user.gid)
  })

  const port = await freePort()
  const target: PostgresTarget = {
    host: '127.0.0.1',
    port,
    database: 'postgres',
    user: 'gatehouse',
    password: undefined,
    tls: 'disable',
    certificateAuthority: null,
    connections: 10,
    statementMs: 30_000,
  }
  const options = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'max_connections=300',
    `fsync=${fsync ? 'on' : 'off'}`,
    ...settings,
  ].flatMap((setting) => ['-c', setting])
  let running: ReturnType<typeof run> | null = null

  async function start(): Promise<void> {
    running = run([...as, join(bin, 'postgres'), '-D', data, ...options], folder)
    await untilReady(target, running)
  }

  async function stop(how: 'fast' | 'abort' = 'fast'): Promise<void> {
    await running?.end(how === 'fast' ? 'INT' : 'QUIT')
    running = null
  }

  await start()
  return {
    target,
    start,
    stop,
    async remove() {
      await stop()
      await execute('rm', ['-rf', folder])
    },
  }
}

/**
 * The server as a child of a shell that ends it with the signal on its standard input. That input closes when this process
 * dies; then the shell also deletes the files, so nothing is left behind.
 */
function run(command: string[], folder: string) {
  const script = '"$@" & if read signal; then kill -$signal $!; wait $!; else kill -INT $!; wait $!; rm -rf "$0"; fi'
  const shell = spawn('sh', ['-c', script, folder, ...command], { stdio: ['pipe', 'ignore', 'pipe'], detached: true })
  const exited = once(shell, 'exit')
  let log = ''
  shell.stderr.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4_000)))
  shell.stdin.on('error', () => {})
  return {
    log: () => log,
    async end(signal: 'INT' | 'QUIT') {
      shell.stdin.end(`${signal}\n`)
      await exited
    },
  }
}

async function untilReady(target: PostgresTarget, { log }: { log: () => string }): Promise<void> {
  const endMs = Date.now() + 30_000
  for (;;) {
    try {
      await asAdmin(target, () => Promise.resolve())
      return
    } catch (cause) {
      if (Date.now() > endMs) throw new Error(`PostgreSQL did not start:\n${log()}`, { cause })
      await wait(50)
    }
  }
}

/** Runs something on a connection of its own, beside all stores. */
export async function asAdmin<Result>(
  target: PostgresTarget,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const { host, port, database, user } = target
  const client = new Client({ host, port, database, user, ssl: false, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** PostgreSQL refuses to run as root. Its package has a user for it. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((one) => one.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined)
    throw new Error('PostgreSQL does not run as root, and there is no user postgres.')
  return { uid: Number(uid), gid: Number(gid) }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on TCP
  server.close()
  await once(server, 'close')
  return port
}
