import { apiKeyPrincipal } from '@gatehouse/oci-client'
import { startSandbox, type Sandbox } from '@gatehouse/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Person } from '../access/person.ts'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { createUser } from '../users/users.ts'
import { createKeyring, type ConnectionOptions } from './create-keyring.ts'
import { createKeyBindings } from './key-bindings.ts'
import type { Keyring } from './keyring.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ life: false })
})
afterAll(() => sandbox.close())

let store: Store
let log: ReturnType<typeof memoryLog>
const toClose: Keyring[] = []
beforeEach(async () => {
  store = await openStore(await database.create())
  log = memoryLog()
})
afterEach(async () => {
  await Promise.all(toClose.splice(0).map((keyring) => keyring.close()))
  await store.close()
  await database.remove()
})

function identityOf(name: string) {
  const user = sandbox.users.find((one) => one.name === name) ?? expect.fail(`The sandbox has no user ${name}`)
  const { id, fingerprint } = user
  const { tenancyId } = sandbox
  return {
    principal: apiKeyPrincipal({ tenancyId, userId: id, fingerprint, privateKey: user.privateKeyPem() }),
    ociUserId: id,
  }
}

const connection = (account?: string): ConnectionOptions => ({
  id: 'frankfurt',
  name: 'Frankfurt',
  region: 'eu-frankfurt-1',
  tenancyId: sandbox.tenancyId,
  endpoint: sandbox.endpoint('eu-frankfurt-1'),
  services: ['desktops'],
  compartments: null,
  budget: {},
  shared: identityOf('console'),
  personal: new Map([['Approver', { ...identityOf('approver'), account }]]),
})

/** A keyring as a start of Gatehouse makes it. */
async function start(account?: string): Promise<{ signsAlone(person: Person): boolean; close(): Promise<void> }> {
  const connections = [connection(account)]
  const bindings = await createKeyBindings({ store, connections, log: log.log })
  const keyring = createKeyring(connections, { bindings })
  toClose.push(keyring)
  return { signsAlone: (person) => keyring.get('frankfurt').clientFor(person).own, close: () => keyring.close() }
}

const password = 'correct horse battery'
const createApprover = () => createUser(store, { name: 'approver', role: 'approver', password })
const deleteAccount = ({ id }: Person) => store.db.deleteFrom('users').where('id', '=', id).execute()

test('a key is for the account that has the name when Gatehouse starts', async () => {
  const person = await createApprover()
  expect((await start()).signsAlone(person)).toBe(true)
})

test('an account that gets the name of a deleted one does not get its key, and the log says so once', async () => {
  const first = await createApprover()
  const running = await start()
  await deleteAccount(first)
  const second = await createApprover()
  for (const _ of [1, 2]) expect(running.signsAlone(second)).toBe(false)
  expect(log.lines).toEqual([
    {
      level: 'warn',
      details: { connection: 'frankfurt', person: 'approver', account: second.id, owner: first.id },
      message: expect.stringContaining('belongs to an earlier account, so the shared key signs') as string,
    },
  ])
  expect((await start()).signsAlone(second)).toBe(false)
})

test('a key without an account is bound at its first use, and stays bound over a restart', async () => {
  const running = await start()
  const first = await createApprover()
  expect(running.signsAlone(first)).toBe(true)
  await running.close()
  await deleteAccount(first)
  const second = await createApprover()
  expect((await start()).signsAlone(second)).toBe(false)
})

test('the configuration can bind a key to another account', async () => {
  const first = await createApprover()
  await start()
  await deleteAccount(first)
  const second = await createApprover()
  const rebound = await start(second.id)
  expect(rebound.signsAlone(second)).toBe(true)
  expect(rebound.signsAlone(first)).toBe(false)
  // it stays so when the configuration no longer states it
  expect((await start()).signsAlone(second)).toBe(true)
})

test('an account that is configured and does not exist is in the log', async () => {
  await start('01993f00-0000-7000-8000-000000000001')
  expect(log.messages('warn')).toEqual(['A key is for an account that does not exist'])
})

test('a demo account does not take a key', async () => {
  await createUser(store, { name: 'approver', role: 'approver', password, isDemo: true })
  await start()
  expect(await store.db.selectFrom('key_bindings').selectAll().execute()).toEqual([])
})

test('a binding that cannot be stored holds for this process, and is in the log', async () => {
  const running = await start()
  const first = await createApprover()
  await store.db.schema.dropTable('key_bindings').execute()
  expect(running.signsAlone(first)).toBe(true)
  await running.close()
  expect(log.messages('error')).toEqual(['The owner of a key cannot be stored'])
  expect(running.signsAlone({ ...first, id: 'another' })).toBe(false)
})
