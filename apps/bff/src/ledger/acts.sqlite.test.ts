import type { ActivityFilters } from '@gatehouse/contract'
import { sql, type CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { actsQuery, subjectQuery, unsettledQuery } from './acts.ts'

let store: Store
beforeAll(async () => {
  store = await openStore(await database.create())
})
afterAll(async () => {
  await store.close()
  await database.remove()
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
