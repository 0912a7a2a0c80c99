import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LiveEventName, LiveEvents } from '@gatehouse/contract'
import type { Sandbox } from '@gatehouse/sandbox'
import type { PostgresTarget } from '../store/postgres/target.ts'
import { ask, kill, runCommand, signInAt, startBffProcess, type BffProcess } from './bff-process.ts'
import { database } from './database.ts'
import { readEvents } from './event-reader.ts'
import { asAdmin } from './postgres-server.ts'

const password = 'a password for this test alone'

/** Several servers, each a process of its own, on one database and one sandbox. */
export interface Cluster {
  replicas: BffProcess[]
  /** Of the one session that is used on all replicas. */
  cookie: string
  /** Asks the replicas in turn; those that were killed are left out. */
  ask(path: string, body?: object): Promise<Response>
  /** A person's stream: when its replica dies, it goes on at another one. */
  watch(topics: readonly string[], first?: number): Stream
  /** The replica that holds the lease; undefined when none does. */
  holderOf(lease: string): Promise<BffProcess | undefined>
  kill(replica: BffProcess): Promise<void>
  /** Starts one more. */
  add(): Promise<void>
  /** Ends every connection of the replicas to the database. */
  cut(): Promise<void>
  run(...args: string[]): Promise<string>
  /** Files that a replica has written into its own folder. */
  filesOfReplicas(): Promise<string[]>
  close(): Promise<void>
}

export interface Stream {
  of<Name extends LiveEventName>(name: Name): LiveEvents[Name][]
  close(): void
}

export async function startCluster(sandbox: Sandbox, folder: string, count: number): Promise<Cluster> {
  const target = (await database.create()) as PostgresTarget // these tests run on PostgreSQL
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'gatehouse.yaml'),
    [
      'connections:',
      `  - { id: frankfurt, region: eu-frankfurt-1, endpoint: "${sandbox.endpoint('eu-frankfurt-1')}", services: [desktops, operator-access-control] }`,
      'people:',
      '  - { name: first, profiles: { frankfurt: ADMINISTRATOR } }',
    ].join('\n'),
  )
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: folder,
    GATEHOUSE_PORT: '0',
    ...database.environment(target),
    GATEHOUSE_CONFIG: join(folder, 'gatehouse.yaml'),
    GATEHOUSE_LOG_LEVEL: 'error',
    OCI_CONFIG_FILE: sandbox.configFile,
  }
  const run = (...args: string[]) => runCommand({ ...env, GATEHOUSE_PASSWORD: password }, ...args)
  await run('create-admin', '--name', 'first')

  const replicas: BffProcess[] = []
  let started = 0
  let turn = 0

  async function add() {
    const own = join(folder, `replica-${(started += 1)}`)
    await mkdir(own)
    replicas.push(await startBffProcess(env, own))
  }

  await Promise.all(Array.from({ length: count }, add))
  const cookie = await signInAt(replicas[0]?.url ?? '', 'first', password)

  function watch(topics: readonly string[], first = (turn += 1)): Stream {
    const readers: Awaited<ReturnType<typeof readEvents>>[] = []
    const closing = new AbortController()
    const follow = async () => {
      for (let attempt = first; !closing.signal.aborted; attempt += 1) {
        const url = replicas[attempt % replicas.length]?.url ?? ''
        const lastEventIds = Object.assign({}, ...readers.map((reader) => reader.lastEventIds())) as Record<
          string,
          string
        >
        const reader = await readEvents(url, topics, { cookie, lastEventIds }).catch(() => null)
        if (reader) readers.push(reader)
        if (closing.signal.aborted) reader?.close()
        await reader?.ended
        await sleep(200)
      }
    }
    void follow()
    return {
      of: (name) => readers.flatMap((reader) => reader.of(name)),
      close() {
        closing.abort()
        readers.at(-1)?.close()
      },
    }
  }

  return {
    replicas,
    cookie,
    ask: (path, body) => ask(replicas[(turn += 1) % replicas.length]?.url ?? '', cookie, path, body),
    watch,
    async holderOf(lease) {
      const { rows } = await asAdmin(target, (client) =>
        client.query<{ holder: string }>('select holder from leases where name = $1', [lease]),
      )
      const [, pid] = rows[0]?.holder.split('/') ?? []
      return replicas.find(({ child }) => String(child.pid) === pid)
    },
    async kill(replica) {
      replicas.splice(replicas.indexOf(replica), 1)
      await kill(replica.child)
    },
    add,
    cut: () =>
      database.run(
        target,
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'gatehouse%' and datname = current_database()",
      ),
    run,
    filesOfReplicas: async () =>
      (await readdir(folder, { recursive: true })).filter((file) => /^replica-\d+\/./.test(file)),
    async close() {
      for (const { child } of replicas.splice(0)) await kill(child)
    },
  }
}
