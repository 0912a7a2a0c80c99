import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createJournal } from '../ledger/create-journal.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { openStore, type StoreTarget } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { anAnswer, anIntent } from '../testing/entries.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { countUsers } from '../users/users.ts'

// processes start slowly on a machine that does much else
vi.setConfig({ testTimeout: 60_000 })

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

let folder: string
let place: StoreTarget
beforeEach(async () => {
  place = await database.create()
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-beside-'))
})
afterEach(async () => {
  await database.remove()
  await rm(folder, { recursive: true })
})

async function run(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], {
    env: {
      PATH: process.env['PATH'],
      GATEHOUSE_DATA_DIR: join(folder, 'data'),
      ...database.environment(place),
      GATEHOUSE_PASSWORD: 'correct horse battery',
    },
  })
  return stdout
}

test('commands beside a running server make no act fail, and are not failed by it', async () => {
  const anchorFile = join(folder, 'anchor.jsonl')
  const store = await openStore(place, { exclusive: true })
  const { log, messages } = memoryLog()
  const journal = createJournal({ store, log, anchor: { kind: 'file', path: anchorFile } })
  const commands = new AbortController()
  const appending = (async () => {
    let acts = 0
    for (; !commands.signal.aborted; acts++) {
      const { attempt } = await journal.begin(anIntent())
      await journal.recordSurely(anAnswer(attempt.intent.attemptId))
      // the other processes need a core, too
      await wait(2)
    }
    return acts
  })()

  const verifications: string[] = []
  for (const round of [1, 2, 3]) {
    const [verified] = await Promise.all([
      run('verify-ledger', '--anchor', anchorFile),
      run('create-admin', '--name', `admin-${round}`),
    ])
    verifications.push(verified)
  }
  commands.abort()
  const acts = await appending
  await journal.close()

  expect(messages('error')).toEqual([])
  for (const verified of verifications) expect(verified).toMatch(/^The ledger is whole: \d+ rows/)
  expect(await verifyLedger(store)).toMatchObject({ rows: 2 * acts, faults: [] })
  expect(await countUsers(store)).toBe(3)
  await store.close()
})

test('verify-ledger fails with a sentence for each anchor that does not hold', async () => {
  const store = await openStore(place)
  await store.close()
  await expect(run('verify-ledger', '--anchor', `3:${'a'.repeat(64)}`)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Row 3, anchored by --anchor, is missing: the ledger is empty.') as string,
  })
})
