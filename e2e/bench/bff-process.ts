import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import type { Probed } from './probe.ts'
import { signInAs } from './stack.ts'

const main = join(import.meta.dirname, '../../apps/bff/src/main.ts')
const account = { name: 'first', password: 'a password for this bench alone' }

export interface BffProcess {
  url: string
  /** Of a session that may do everything. */
  cookie: string
  /** What the process used since the last call. */
  probe(): Promise<Probed>
  close(): Promise<void>
}

/** A BFF in a process of its own, with a connection for each region of a sandbox and the budget that a tenancy gets. */
export async function startBffProcess(
  folder: string,
  sandbox: { url: string; regions: string[]; configFile: string },
): Promise<BffProcess> {
  const config = join(folder, 'gatehouse.yaml')
  const connections = sandbox.regions.map(
    (region) => `  - { id: ${region}, profile: DEFAULT, region: ${region}, endpoint: "${sandbox.url}/${region}" }`,
  )
  await writeFile(config, `connections:\n${connections.join('\n')}\n`)
  const env = {
    PATH: process.env.PATH,
    GATEHOUSE_PORT: '0',
    GATEHOUSE_DATA_DIR: join(folder, 'data'),
    GATEHOUSE_LOG_LEVEL: 'error',
    GATEHOUSE_CONFIG: config,
    OCI_CONFIG_FILE: sandbox.configFile,
  }
  await promisify(execFile)(process.execPath, [main, 'create-admin', '--name', account.name], {
    env: { ...env, GATEHOUSE_PASSWORD: account.password },
  })
  const bff = fork(main, [], {
    env,
    execArgv: ['--import', join(import.meta.dirname, 'probe.ts')],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const url = await addressIn(bff.stdout!) // a pipe, as asked for above
  return {
    url,
    cookie: await signInAs({ url }, account),
    async probe() {
      bff.send('probe')
      return ((await once(bff, 'message')) as [Probed])[0] // what the probe sends
    },
    async close() {
      bff.kill('SIGTERM')
      if (bff.exitCode === null) await once(bff, 'exit')
    },
  }
}

/** The address that the BFF prints when it listens. Everything after that is read and dropped. */
async function addressIn(stdout: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    text += String(chunk)
    const [, url] = /Gatehouse is at (http:\S+)/.exec(text) ?? []
    if (url === undefined) continue
    stdout.resume()
    return url
  }
  throw new Error(`The BFF ended before it listened:\n${text}`)
}
