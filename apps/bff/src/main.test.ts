import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startSandbox } from '@gatehouse/sandbox'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

// processes start slowly on a machine that does much else
vi.setConfig({ testTimeout: 60_000 })

const main = fileURLToPath(new URL('main.ts', import.meta.url))

let folder: string
let started: Running[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-main-'))
})
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL')
  started = []
  await rm(folder, { recursive: true })
})

interface Running {
  child: ChildProcess
  output: () => string
  /** Resolves when the output holds the text, or the process has ended. */
  says: (text: string) => Promise<string>
  ended: Promise<number | null>
}

function run(args: string[] = [], env: Record<string, string> = {}, input?: string): Running {
  const child = spawn(process.execPath, [main, ...args], {
    env: {
      PATH: process.env['PATH'],
      GATEHOUSE_DATA_DIR: folder,
      GATEHOUSE_PORT: '0',
      GATEHOUSE_SANDBOX_PORT: '0',
      ...env,
    },
  })
  child.stdin.end(input)
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = once(child, 'close').then(() => child.exitCode)
  const running: Running = {
    child,
    output: () => text,
    ended,
    async says(wanted) {
      while (!text.includes(wanted) && child.exitCode === null && child.signalCode === null)
        await Promise.race([ended, once(child.stdout, 'data')])
      expect(text).toContain(wanted)
      return text
    },
  }
  started.push(running)
  return running
}

const addressIn = (output: string) => /at (http:\/\/localhost:\d+)/.exec(output)?.[1] ?? expect.fail(output)

describe('starting', () => {
  test('says where it is and how to sign in, with the same password each time, kept for its owner alone', async () => {
    const first = run()
    const output = await first.says('Ctrl-C')
    const password = /Password {3}(\S+)/.exec(output)?.[1]
    expect(output).toContain('Sign in as viewer, operator, approver or admin')
    const reply = await fetch(`${addressIn(output)}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: addressIn(output) },
      body: JSON.stringify({ name: 'admin', password }),
    })
    expect(reply.status).toBe(200)
    for (const file of ['demo-password', 'session-secret'])
      expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)

    // whoever asks it to end while a connection is open does not wait for that
    const began = performance.now()
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(performance.now() - began).toBeLessThan(3_000)

    const second = run()
    expect(await second.says('Ctrl-C')).toContain(`Password   ${password}`)
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  test('on a port that is taken is one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const refused = run([], { GATEHOUSE_PORT: port })
    expect(await refused.ended).toBe(1)
    expect(refused.output().trim()).toBe(
      `Port ${port} on 127.0.0.1 is taken. End the program that uses it, or choose another with GATEHOUSE_PORT.`,
    )
    const sandboxRefused = run([], { GATEHOUSE_SANDBOX_PORT: port })
    expect(await sandboxRefused.ended).toBe(1)
    expect(sandboxRefused.output()).toContain(
      `Port ${port}, for the sandbox, is taken. End the program that uses it, or choose another with GATEHOUSE_SANDBOX_PORT.`,
    )
    expect(sandboxRefused.output().trim().split('\n')).toHaveLength(1)
    other.close()
  })

  test('with a configuration that is not usable names every mistake', async () => {
    const refused = run([], { GATEHOUSE_PORT: 'x', GATEHOUSE_COLOUR: 'blue' })
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toContain('GATEHOUSE_PORT must be')
    expect(refused.output()).toContain('GATEHOUSE_COLOUR is not a setting')
    expect(refused.output()).not.toContain('    at ')
  })

  test('twice on one folder is refused', async () => {
    const first = run()
    await first.says('Ctrl-C')
    const second = run()
    expect(await second.ended).toBe(1)
    expect(second.output().trim()).toMatch(/^Another Gatehouse is running on the folder .* GATEHOUSE_DATA_DIR\.$/)
  })
})

describe('a real tenancy', () => {
  test('has no demo accounts; the first admin is made by a command, while it runs', async () => {
    const configDir = join(folder, 'oci')
    const sandbox = await startSandbox({ life: false, configDir })
    try {
      const env = {
        OCI_CONFIG_FILE: join(configDir, 'config'),
        GATEHOUSE_CONNECTIONS: 'frankfurt=DEFAULT@eu-frankfurt-1',
        GATEHOUSE_LOG_LEVEL: 'error',
      }
      const served = run([], env)
      const output = await served.says('Ctrl-C')
      expect(output).toContain('Nobody can sign in yet')
      expect(output).not.toMatch(/password/i)
      const url = addressIn(output)
      expect(await (await fetch(`${url}/api/session`)).json()).toEqual({
        user: null,
        demoAccounts: null,
        sandbox: false,
      })

      const made = run(['create-admin', '--name', 'Admin'], env, 'correct horse battery\n')
      expect(await made.ended).toBe(0)
      expect(made.output()).toContain('The account "Admin" can sign in as admin.')
      const reply = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ name: 'admin', password: 'correct horse battery' }),
      })
      expect(reply.status).toBe(200)
    } finally {
      await sandbox.close()
    }
  })
})

describe('create-admin', () => {
  for (const [what, args, env, input, words] of [
    ['without a name', [], {}, 'a long enough password', 'create-admin --name NAME'],
    ['with an unknown option', ['--nmae', 'x'], {}, 'a long enough password', "Unknown option '--nmae'"],
    ['with a short password', ['--name', 'someone'], { GATEHOUSE_PASSWORD: 'short' }, '', 'at least 12 characters'],
    [
      'with a name of odd characters',
      ['--name', '../x'],
      { GATEHOUSE_PASSWORD: 'a long enough password' },
      '',
      'letters and digits',
    ],
  ] as [string, string[], Record<string, string>, string, string][])
    test(`${what} says what is wrong`, async () => {
      const refused = run(['create-admin', ...args], env, input)
      expect(await refused.ended).toBe(1)
      expect(refused.output()).toContain(words)
      expect(refused.output()).not.toContain('    at ')
    })
})

describe('verify-ledger', () => {
  test('says that a ledger is whole', async () => {
    await run(['create-admin', '--name', 'first'], { GATEHOUSE_PASSWORD: 'correct horse battery' }).ended
    const checked = run(['verify-ledger'])
    expect(await checked.ended).toBe(0)
    expect(checked.output()).toContain('The ledger is whole: 0 rows')
  })

  test('makes no store where there is none', async () => {
    const refused = run(['verify-ledger'])
    expect(await refused.ended).toBe(1)
    expect(refused.output().trim()).toMatch(/^There is no store in the folder .* GATEHOUSE_DATA_DIR\.$/)
    expect(existsSync(join(folder, 'gatehouse.db'))).toBe(false)
  })

  test('fails when the store is none', async () => {
    await writeFile(join(folder, 'gatehouse.db'), 'not a database'.repeat(500))
    const refused = run(['verify-ledger'])
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toContain('is not a store of Gatehouse')
    expect(await readFile(join(folder, 'gatehouse.db'), 'utf8')).toContain('not a database')
  })
})

test('an unknown command is refused with the ones there are', async () => {
  const refused = run(['serv'])
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain('There is no command "serv"')
  expect(refused.output()).toContain('create-admin --name NAME')
})
