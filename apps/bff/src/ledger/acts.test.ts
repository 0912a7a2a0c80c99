import type { ActivityFilters } from '@gatehouse/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { anAnswer, anEffect, anIntent } from '../testing/entries.ts'
import { memoryLog } from '../testing/memory-log.ts'
import { createJournal } from './create-journal.ts'
import type { Journal } from './journal.ts'

let store: Store
let journal: Journal
beforeAll(async () => {
  store = await openStore(await database.create())
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
  await database.remove()
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
