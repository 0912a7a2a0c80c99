import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../store/store.ts'
import { anIntent } from '../testing/entries.ts'
import { eventually } from '../testing/eventually.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { createAnchor } from './anchor.ts'
import { createJournal } from './create-journal.ts'
import { readAnchors } from './read-anchors.ts'
import { verifyLedger } from './verify.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-anchor-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

const head = (sequence: number) => ({ sequence, hash: 'a'.repeat(64), at: '2026-11-22T09:00:00.000Z' })

test('the head is in the log soon after the first entry, then once in a while, and at the end', async () => {
  const { log, lines } = memoryLog()
  const anchor = createAnchor({ target: null, log, everyMs: 60_000 })
  for (const sequence of [1, 2, 3]) anchor.advance(head(sequence))
  expect(lines).toEqual([{ level: 'info', details: { ledger: head(1) }, message: 'The head of the ledger' }])
  await anchor.close()
  await anchor.close()
  expect(lines.map(({ details }) => details)).toEqual([{ ledger: head(1) }, { ledger: head(3) }])
})

test('a ledger is whole against the file that its journal anchored it in', async () => {
  const path = join(folder, 'anchor.jsonl')
  const store = await openStore(join(folder, 'data'))
  const journal = createJournal({ store, log: memoryLog().log, anchor: { kind: 'file', path } })
  for (const _ of [1, 2, 3]) await journal.begin(anIntent())
  await journal.close()
  const { heads, faults } = await readAnchors(path)
  expect(heads.map(({ sequence }) => sequence)).toEqual([1, 3])
  expect(faults).toEqual([])
  expect(await verifyLedger(store, heads)).toMatchObject({ rows: 3, faults: [] })
  await store.close()
})

test('half a line that a crash left spoils only itself', async () => {
  const path = join(folder, 'anchor.jsonl')
  await appendFile(path, '{"sequence":1,"ha')
  const anchor = createAnchor({ target: { kind: 'file', path }, log: memoryLog().log })
  anchor.advance(head(2))
  await anchor.close()
  expect((await readFile(path, 'utf8')).split('\n')).toEqual(['{"sequence":1,"ha', JSON.stringify(head(2)), ''])
})

describe('an address', () => {
  let server: Server
  let url: URL
  let status: number
  let received: unknown[]
  beforeEach(async () => {
    status = 204
    received = []
    server = createServer((request, response) => {
      void text(request).then((body) => {
        if (status === 204) received.push(JSON.parse(body))
        response.writeHead(status).end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/heads`) // it listens on TCP
  })
  afterEach(() => {
    server.close()
  })

  test('gets the heads as JSON', async () => {
    const anchor = createAnchor({ target: { kind: 'address', url }, log: memoryLog().log })
    anchor.advance(head(1))
    await anchor.close()
    expect(received).toEqual([{ heads: [head(1)] }])
  })

  test('that fails is in the log once, and gets what it missed with the next head', async () => {
    const log = memoryLog()
    const anchor = createAnchor({ target: { kind: 'address', url }, log: log.log, everyMs: 5 })
    status = 503
    for (const sequence of [1, 2, 3]) {
      anchor.advance(head(sequence))
      await eventually(() => expect(log.messages('info')).toHaveLength(sequence))
    }
    await eventually(() => expect(log.messages('error')).toEqual(['The anchor of the ledger cannot be written']))
    await new Promise((resolve) => setTimeout(resolve, 50)) // the deliveries under way fail, too
    status = 204
    anchor.advance(head(4))
    await eventually(() => expect(received).toEqual([{ heads: [1, 2, 3, 4].map(head) }]))
    await anchor.close()
    expect(log.messages('error')).toHaveLength(1)
    expect(log.messages('info')).toContain('The anchor of the ledger can be written again')
  })
})
