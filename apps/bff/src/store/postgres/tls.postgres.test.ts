import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type PostgresServer } from '../../testing/postgres-server.ts'
import { openStore } from '../store.ts'
import type { PostgresTarget } from './target.ts'

let folder: string
let server: PostgresServer
let authority: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-tls-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  await promisify(execFile)('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ed25519',
    '-nodes',
    '-days',
    '2',
    ...names,
    '-keyout',
    key,
    '-out',
    certificate,
  ])
  authority = await readFile(certificate, 'utf8')
  server = await startPostgres({
    async prepare(data, own) {
      for (const [from, name] of [
        [key, 'key.pem'],
        [certificate, 'certificate.pem'],
      ] as const) {
        await copyFile(from, join(data, name))
        await chmod(join(data, name), 0o600)
        await own(join(data, name))
      }
    },
    settings: ['ssl=on', 'ssl_key_file=key.pem', 'ssl_cert_file=certificate.pem'],
  })
}, 60_000)
afterAll(async () => {
  await server.remove()
  await rm(folder, { recursive: true })
})

async function open(changes: Partial<PostgresTarget>): Promise<void> {
  const store = await openStore({ ...server.target, ...changes })
  await store.close()
}

test('a certificate is checked against its authority, and against the name of the host', async () => {
  await open({ tls: 'verify-full', host: 'localhost', certificateAuthority: authority })
  await expect(open({ tls: 'verify-full', host: 'localhost' })).rejects.toThrow('is not trusted')
  await expect(open({ tls: 'verify-full', host: '127.0.0.1', certificateAuthority: authority })).rejects.toThrow(
    'is not trusted',
  )
})

test('sslmode=require encrypts and trusts any certificate', async () => {
  await open({ tls: 'require', host: 'localhost' })
})
