import { listActivity, type Action } from '@gatehouse/contract'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAnswer, anIntent } from '../testing/entries.ts'
import { startStack, type Browser, type Stack } from '../testing/stack.ts'

const hour = 3_600_000
let nowMs = Date.now() - 10 * hour
let stack: Stack
let browser: Browser
beforeAll(async () => {
  stack = await startStack({ now: () => nowMs })
  const { journal } = stack.services
  await journal.begin(anIntent({ at: new Date(nowMs).toISOString() }))
  for (const subjectName of ['first', 'second', '=HYPERLINK("http://evil.example")']) {
    nowMs += hour
    const intent = anIntent({
      at: new Date(nowMs).toISOString(),
      person: { id: 'id-of-admin', name: 'admin', role: 'admin' },
      subjectId: `ocid1.desktoppool.oc1..${subjectName.length}`,
      subjectName,
      comment: '+1, "quoted"\nand broken',
    })
    await journal.refuse(intent, anAnswer(intent.attemptId, { at: intent.at, status: 'failed', problem: 'Not now.' }))
  }
  browser = await stack.signIn('viewer')
})
afterAll(() => stack.close())

async function list(query = ''): Promise<{ items: Action[]; next: number | null }> {
  const reply = await browser.get(`/api/activity${query}`)
  expect(reply.statusCode).toBe(200)
  expect(Value.Errors(listActivity.schema.response[200], reply.json())).toEqual([])
  return reply.json()
}

test('the ledger is read newest first', async () => {
  const { items, next } = await list()
  expect(items.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'sent'])
  expect(items.map(({ sequence }) => sequence)).toEqual([6, 4, 2, 1])
  expect(next).toBeNull()
})

test('page by page it is the same', async () => {
  const first = await list('?limit=3')
  expect(first.items).toHaveLength(3)
  const second = await list(`?limit=3&before=${first.next}`)
  expect(second.next).toBeNull()
  expect([...first.items, ...second.items]).toEqual((await list()).items)
})

describe('it is filtered', () => {
  for (const [what, query, count] of [
    ['status', '?status=failed', 3],
    ['another status', '?status=done', 0],
    ['whether it is settled', '?pending=true', 1],
    ['act', '?act=stopDesktopPool', 4],
    ['another act', '?act=approveAccessRequest', 0],
    ['part of a name, in any case', '?by=DMI', 3],
    ['text that is a pattern elsewhere', '?by=%25', 0],
    ['thing', '?subjectId=ocid1.desktoppool.oc1..5', 1],
  ] as [string, string, number][])
    test(`by ${what}`, async () => {
      expect((await list(query)).items).toHaveLength(count)
    })

  test('by time, in any zone', async () => {
    const from = new Date(nowMs - 1.5 * hour).toISOString().replace('Z', '+00:00').replace('+', '%2B')
    expect((await list(`?from=${from}`)).items).toHaveLength(2)
    expect((await list(`?to=${from}`)).items).toHaveLength(2)
  })
})

describe('as CSV', () => {
  test('it has a line for each, quoted where need be', async () => {
    const reply = await browser.get('/api/activity.csv?status=sent')
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="gatehouse-activity-[\d-]+\.csv"$/)
    const [heading, row, end] = reply.body.split('\r\n')
    expect(heading).toMatch(/^sequence,at,act,status,by,/)
    expect(row).toMatch(/^1,.*,stopDesktopPool,sent,operator,/)
    expect(end).toBe('')
    expect((await browser.get('/api/activity.csv')).body).toContain('""quoted""')
  })

  test('nothing in it is a formula to a spreadsheet', async () => {
    const { body } = await browser.get('/api/activity.csv')
    expect(body).toContain(`"'=HYPERLINK`)
    expect(body).toContain(`"'+1, `)
    expect(body).not.toMatch(/(^|,|")[=+@]/m)
  })
})
