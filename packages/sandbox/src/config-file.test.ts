import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSandbox } from './index.ts'

let parent: string
let configDir: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'sandbox-'))
  configDir = join(parent, 'deep', 'inside')
})
afterEach(() => rm(parent, { recursive: true }))

async function start() {
  const sandbox = await startSandbox({ life: false, configDir })
  await sandbox.close()
  return sandbox
}

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

test('an OCI config file has a profile for each user, with keys for their owner only', async () => {
  const sandbox = await start()
  expect(sandbox.configFile).toBe(join(configDir, 'config'))
  const text = await readFile(sandbox.configFile!, 'utf8')
  expect(text.match(/^\[\w+\]$/gm)).toEqual(['[DEFAULT]', '[APPROVER]', '[ADMINISTRATOR]', '[RESTRICTED]'])
  for (const { name, id, fingerprint, profile, privateKeyPem } of sandbox.users) {
    const file = join(configDir, `${name}.pem`)
    expect(text).toContain(
      [
        `[${profile}]`,
        `user=${id}`,
        `fingerprint=${fingerprint}`,
        `tenancy=${sandbox.tenancyId}`,
        'region=eu-frankfurt-1',
        `key_file=${file}`,
      ].join('\n'),
    )
    expect(await readFile(file, 'utf8')).toBe(privateKeyPem())
    expect(await modeOf(file)).toBe('600')
  }
  expect([await modeOf(configDir), await modeOf(sandbox.configFile!)]).toEqual(['700', '600'])
})

test('keys that are there already are used again', async () => {
  const first = await start()
  const other = await readFile(join(configDir, 'approver.pem'), 'utf8')
  await writeFile(join(configDir, 'console.pem'), other)
  await rm(join(configDir, 'restricted.pem'))
  const second = await start()
  const fingerprints = (sandbox: typeof first) => sandbox.users.map(({ fingerprint }) => fingerprint)
  expect(fingerprints(second)[0]).toBe(fingerprints(first)[1])
  expect(fingerprints(second).slice(1, 3)).toEqual(fingerprints(first).slice(1, 3))
})

test('a key file that holds no key is a sentence that says what to do', async () => {
  await start()
  await writeFile(join(configDir, 'approver.pem'), 'broken')
  await expect(start()).rejects.toThrow(/approver\.pem holds no usable key\. Delete it/)
})
