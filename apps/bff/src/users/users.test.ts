import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { prepareDemoAccounts, removeDemoAccounts } from './demo-accounts.ts'
import { generatePassword, hashPassword, passwordMatches } from './password.ts'
import { createThrottle } from './throttle.ts'
import { AccountError, createUser, findUser, verifyUser } from './users.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-test-'))
  store = await openStore(await database.create())
})
afterEach(async () => {
  await store.close()
  await database.remove()
  await rm(folder, { recursive: true })
})

const password = 'correct horse battery'

describe('a password', () => {
  test('is kept as argon2id with a salt of its own', async () => {
    const [one, other] = [await hashPassword(password), await hashPassword(password)]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await passwordMatches(password, one)).toBe(true)
    expect(await passwordMatches(`${password}!`, one)).toBe(false)
  })

  test('is the same however its letters are composed', async () => {
    const hash = await hashPassword('Grüße aus Köln')
    expect(await passwordMatches('Gru\u0308ße aus Ko\u0308ln', hash)).toBe(true)
  })

  test('that was made by an earlier cost still counts', async () => {
    // RFC 9106's algorithm at the least cost it allows
    const { argon2Sync } = await import('node:crypto')
    const nonce = Buffer.from('a salt of sixteen')
    const hash = argon2Sync('argon2id', {
      message: password,
      nonce,
      memory: 8,
      passes: 1,
      parallelism: 1,
      tagLength: 16,
    })
    const phc = `$argon2id$v=19$m=8,t=1,p=1$${nonce.toString('base64').replaceAll('=', '')}$${hash.toString('base64').replaceAll('=', '')}`
    expect(await passwordMatches(password, phc)).toBe(true)
  })

  test('that we make up is easy to type and hard to guess', () => {
    const made = new Set(Array.from({ length: 200 }, generatePassword))
    expect(made.size).toBe(200)
    for (const one of made) expect(one).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  })
})

describe('an account', () => {
  test('is found by its name in any case, and by its id', async () => {
    const made = await createUser(store, { name: 'Zoë Approver', role: 'approver', password })
    expect(await verifyUser(store, { name: 'ZOË approver', password })).toEqual(made)
    expect(await findUser(store, made.id)).toEqual(made)
    expect(await verifyUser(store, { name: 'Zoë Approver', password: 'something else' })).toBeNull()
    expect(await findUser(store, 'nobody')).toBeNull()
  })

  test('cannot have a name that another has', async () => {
    await createUser(store, { name: 'operator', role: 'operator', password })
    await expect(createUser(store, { name: 'Operator', role: 'admin', password })).rejects.toThrow(AccountError)
  })

  for (const name of ['', 'x', ' lead', 'trail ', 'two\nlines', 'a'.repeat(101), '<b>'])
    test(`cannot be named ${JSON.stringify(name).slice(0, 20)}`, async () => {
      await expect(createUser(store, { name, role: 'admin', password })).rejects.toThrow('A name has')
    })
})

describe('the demo accounts', () => {
  test('share one password, which stays the same', async () => {
    const first = await prepareDemoAccounts(store, folder)
    expect(await prepareDemoAccounts(store, folder)).toBe(first)
    expect(await verifyUser(store, { name: 'approver', password: first })).toMatchObject({ role: 'approver' })
  })

  test('follow the file when it is replaced', async () => {
    const first = await prepareDemoAccounts(store, folder)
    await rm(join(folder, 'demo-password'))
    const second = await prepareDemoAccounts(store, folder)
    expect(second).not.toBe(first)
    expect(await verifyUser(store, { name: 'viewer', password: first })).toBeNull()
    expect(await verifyUser(store, { name: 'viewer', password: second })).not.toBeNull()
  })

  test('leave the account of a person alone, and go when there is no sandbox', async () => {
    const person = await createUser(store, { name: 'Admin', role: 'admin', password })
    const demo = await prepareDemoAccounts(store, folder)
    expect(await verifyUser(store, { name: 'admin', password: demo })).toBeNull()
    await removeDemoAccounts(store)
    expect(await verifyUser(store, { name: 'viewer', password: demo })).toBeNull()
    expect(await verifyUser(store, { name: 'admin', password })).toEqual(person)
  })
})

describe('failures to sign in', () => {
  test('make the next attempt wait longer each time, up to a minute for an account', async () => {
    let nowMs = 1_000_000_000
    const throttle = createThrottle(store, () => nowMs)
    const waits: number[] = []
    const attempts: number[] = []
    for (let attempt = 0; attempt < 14; attempt++) {
      const waitMs = await throttle.begin('operator', `192.0.2.${attempt}`)
      waits.push(waitMs / 1000)
      nowMs += waitMs
      // an attempt that has to wait is not counted; once it has waited it is made
      if (waitMs > 0) attempts.push(await throttle.begin('operator', `192.0.2.${attempt}`))
    }
    expect(attempts).toEqual(Array(9).fill(0))
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  test('are forgotten after an hour, and by success', async () => {
    let nowMs = 1_000_000_000
    const throttle = createThrottle(store, () => nowMs)
    for (let attempt = 0; attempt < 5; attempt++) await throttle.begin('a', '192.0.2.1')
    expect(await throttle.begin('a', '192.0.2.1')).toBeGreaterThan(0)
    await throttle.succeed('a', '192.0.2.1')
    expect(await throttle.begin('a', '192.0.2.1')).toBe(0)

    for (let attempt = 0; attempt < 5; attempt++) await throttle.begin('b', '192.0.2.2')
    nowMs += 3_600_001
    expect(await throttle.begin('b', '192.0.2.2')).toBe(0)
    nowMs += 3_600_001
    await throttle.sweep()
    expect(await store.db.selectFrom('sign_in_failures').selectAll().execute()).toEqual([])
  })
})
