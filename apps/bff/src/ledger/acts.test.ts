import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActivityFilters } from '@gatehouse/contract'
import { sql, type CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { anAnswer, anEffect, anIntent } from '../testing/entries.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { actsQuery, subjectQuery, unsettledQuery } from './acts.ts'
import { createJournal } from './create-journal.ts'
import type { Journal } from './journal.ts'

let folder: string
let store: Store
let journal: Journal
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-acts-'))
  store = await openStore(folder)
  journal = createJournal({ store, log: memoryLog().log })
  const names = ['Zoë Ångström', 'operator', 'Operator_2', '100% sure']
  for (let index = 0; index < 12; index++) {
    const { attemptId } = (
      await journal.begin(
        anIntent({
          at: `2026-11-22T09:00:${String(index).padStart(2, '0')}.000Z`,
          act: index % 2 ? 'stopDesktopPool' : 'startDesktopPool',
          person: { id: '1', name: names[index % 4] ?? '', role: 'operator' },
          subjectId: `ocid1.desktoppool.oc1..${index % 3}`,
        }),
      )
    ).attempt.intent
    if (index > 2) await journal.recordSurely(anAnswer(attemptId, { status: index > 8 ? 'accepted' : 'failed' }))
    if (index > 10) await journal.recordSurely(anEffect(attemptId))
  }
})
afterAll(async () => {
  await journal.close()
  await store.close()
  await rm(folder, { recursive: true })
})

/** The numbers of the acts that are found, by the second in which they were begun. */
const found = async (filters: Parameters<Journal['list']>[0]) =>
  (await journal.list(filters)).items.map(({ intent }) => Number(intent.at.slice(17, 19)))

describe('acts are found', () => {
  const cases: [string, ActivityFilters, number[]][] = [
    ['newest first', {}, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ['by act', { act: 'stopDesktopPool' }, [11, 9, 7, 5, 3, 1]],
    ['by status', { status: 'sent' }, [2, 1, 0]],
    ['while they are pending', { pending: true }, [10, 9, 2, 1, 0]],
    ['by part of a name, in any case', { by: 'OPERATOR' }, [10, 9, 6, 5, 2, 1]],
    ['by part of a name, as letters are composed', { by: 'zoe\u0308 å' }, [8, 4, 0]],
    ['by a name with a character that SQL gives a meaning', { by: '0%' }, [11, 7, 3]],
    ['by a name of no person', { by: 'x_' }, []],
    ['by subject', { subjectId: 'ocid1.desktoppool.oc1..2' }, [11, 8, 5, 2]],
    ['from a moment on', { from: '2026-11-22T10:00:08+01:00' }, [11, 10, 9, 8]],
    ['up to a moment', { to: '2026-11-22T09:00:02Z' }, [2, 1, 0]],
    ['by all of it', { act: 'startDesktopPool', by: 'r_2', status: 'failed', from: '2026-11-22T09:00:05Z' }, [6]],
  ]
  test.each(cases)('%s', async (_what, filters, expected) => {
    expect(await found(filters)).toEqual(expected)
  })

  test('page by page', async () => {
    const first = await journal.list({ from: '2026-11-22T09:00:04Z', limit: 5 })
    expect(first.items.map(({ intent }) => intent.sequence).at(-1)).toBe(first.next)
    const second = await journal.list({ from: '2026-11-22T09:00:04Z', limit: 5, before: first.next ?? 0 })
    expect(second).toMatchObject({ next: null, items: [{}, {}, {}] })
    expect(await found({ before: first.next ?? 0, limit: 2 })).toEqual([6, 5])
  })

  test('on a thing, oldest first, but for those that failed', async () => {
    const on = await journal.on('ocid1.desktoppool.oc1..2')
    expect(on.map(({ status }) => status)).toEqual(['sent', 'done'])
  })
})

describe('no filter reads the whole table', () => {
  const plan = async ({ sql: text, parameters }: CompiledQuery) => {
    const { rows } = await store.db.executeQuery<{ detail: string }>({
      ...sql`select 1`.compile(store.db),
      sql: `explain query plan ${text}`,
      parameters,
    })
    return rows.map(({ detail }) => detail).join('; ')
  }
  const limit = 101
  const at = '2026-11-22T09:00:00Z'
  for (const before of [undefined, 7])
    for (const [filters, index, people] of [
      [{ act: 'stopDesktopPool' }, 'acts_by_act'],
      [{ status: 'sent' }, 'acts_by_status'],
      [{ pending: true }, 'acts_unsettled'],
      [{ by: 'o' }, 'acts_by_person', ['operator', 'zoë']],
      [{ subjectId: 'x' }, 'acts_by_subject'],
      [{ from: at }, 'acts_by_time'],
      [{ to: at }, 'acts_by_time'],
      [{ from: at, to: at }, 'acts_by_time'],
      [{ act: 'stopDesktopPool', from: at }, 'acts_by_act'],
      [{ pending: true, to: at }, 'acts_unsettled'],
      [{ by: 'o', to: at }, 'acts_by_person', ['operator']],
    ] as [ActivityFilters, string, string[]?][])
      test(`${Object.keys(filters).join(' and ')}${before ? ', on a further page' : ''}`, async () => {
        const detail = await plan(actsQuery(store.db, { ...filters, before, limit }, people).compile())
        expect(detail).toContain(`acts USING INDEX ${index}`)
        // That index has the unsettled acts alone: reading it whole is reading what is asked for.
        expect(detail.replace('SCAN acts USING INDEX acts_unsettled', '')).not.toContain('SCAN')
      })

  test('nor does looking for what is unsettled, for acts on a thing, or for an attempt', async () => {
    expect(await plan(unsettledQuery(store.db, 0, 100).compile())).toMatch(/^SEARCH acts USING INDEX acts_unsettled/)
    expect(await plan(subjectQuery(store.db, 'x').compile())).toMatch(/^SEARCH acts USING INDEX acts_by_subject/)
    const rows = store.db.selectFrom('ledger').selectAll().where('attempt_id', 'in', ['a', 'b']).orderBy('sequence')
    expect(await plan(rows.compile())).toContain('SEARCH ledger USING INDEX ledger_by_attempt')
  })
})
