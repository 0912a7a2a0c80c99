import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseDatabase } from './database.ts'
import { environmentReader } from './environment.ts'
import { Mistakes } from './mistakes.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-database-'))
  await writeFile(join(folder, 'ca.pem'), '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n')
  await writeFile(join(folder, 'other.pem'), 'hello')
})
afterAll(() => rm(folder, { recursive: true }))

function parse(env: Record<string, string>) {
  const mistakes = new Mistakes()
  const target = parseDatabase(env, environmentReader(env, mistakes), mistakes)
  return { target, mistakes: mistakes.list }
}

test('without DATABASE_URL there is no database', () => {
  expect(parse({})).toEqual({ target: null, mistakes: [] })
})

test('an address names server, database, user and password', () => {
  expect(parse({ DATABASE_URL: 'postgresql://gate%40house:p%25%3A%2F@[fd00::1]:6432/my%20store' })).toEqual({
    target: {
      host: 'fd00::1',
      port: 6432,
      database: 'my store',
      user: 'gate@house',
      password: 'p%:/',
      tls: 'verify-full',
      certificateAuthority: null,
      connections: 10,
      statementMs: 30_000,
    },
    mistakes: [],
  })
})

test('the password may be given apart, so that the address can be shown', () => {
  const url = 'postgres://user@db/gatehouse'
  expect(parse({ DATABASE_URL: url, PGPASSWORD: 'secret' }).target).toMatchObject({ password: 'secret', port: 5432 })
})

test('a server elsewhere must prove its name, unless the address says otherwise', () => {
  const tls = (url: string, env = {}) => parse({ DATABASE_URL: url, ...env }).target?.tls
  expect(tls('postgres://u@db.example.com/g')).toBe('verify-full')
  expect(tls('postgres://u@db.example.com/g?sslmode=require')).toBe('require')
  expect(tls('postgres://u@db.example.com/g?sslmode=disable')).toBe('disable')
  expect(tls('postgres://u@localhost/g')).toBe('disable')
  expect(tls('postgres://u@localhost/g?host=/run/postgresql')).toBe('disable')
  expect(tls('postgres://u@localhost/g', { GATEHOUSE_DATABASE_CA: join(folder, 'ca.pem') })).toBe('verify-full')
})

test('a certificate authority is read from its file', () => {
  const { target, mistakes } = parse({
    DATABASE_URL: 'postgres://u@db/g',
    GATEHOUSE_DATABASE_CA: join(folder, 'ca.pem'),
    GATEHOUSE_DATABASE_POOL: '3',
    GATEHOUSE_DATABASE_STATEMENT_SECONDS: '5',
  })
  expect(mistakes).toEqual([])
  expect(target?.certificateAuthority).toContain('BEGIN CERTIFICATE')
  expect(target).toMatchObject({ connections: 3, statementMs: 5_000 })
})

test.each([
  ['mysql://u:top-secret@db/g', 'must be an address such as'],
  ['u:top-secret@db', 'must be an address such as'],
  ['postgres://u:top-secret@db', 'names no database'],
  ['postgres://db/g', 'names no user'],
  ['postgres://u:top-secret%@db/g', 'has a % that begins no character'],
  ['postgres://u:top-secret@db/g?sslmode=prefer', 'must be one of disable, require, verify-full, not "prefer"'],
  ['postgres://u:top-secret@db/g?target_session_attrs=any', 'has the parameter "target_session_attrs"'],
])('%s is refused in a sentence without its password', (url, sentence) => {
  const { mistakes } = parse({ DATABASE_URL: url })
  expect(mistakes).toEqual([expect.stringContaining(sentence)])
  expect(mistakes.join()).not.toContain('top-secret')
})

test('an address without a server is refused', () => {
  expect(parse({ DATABASE_URL: 'postgres:///g' }).mistakes[0]).toContain('names no host')
})

test('an authority that would not be used, or cannot be read, is a mistake', () => {
  const mistakes = (url: string, file: string) =>
    parse({ DATABASE_URL: url, GATEHOUSE_DATABASE_CA: join(folder, file) }).mistakes.join()
  expect(mistakes('', 'ca.pem')).toContain('DATABASE_URL names no database')
  expect(mistakes('postgres://u@db/g?sslmode=require', 'ca.pem')).toContain('sslmode=require checks no certificate')
  expect(mistakes('postgres://u@db/g', 'none.pem')).toContain('cannot be read (ENOENT)')
  expect(mistakes('postgres://u@db/g', 'other.pem')).toContain('holds no certificate')
})
