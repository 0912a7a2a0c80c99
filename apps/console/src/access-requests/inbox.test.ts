import { expect, test } from 'vitest'
import { countIn, everywhere, facetIds, facetsOf, found, lookedAt, viewNamed, views } from './inbox.ts'
import { now, summary } from './testing.ts'

const items = [
  summary({ id: 'waiting', summary: 'Rotate certificates' }),
  summary({ id: 'extension', phase: 'extension-waiting', state: 'EXTENDING', severity: 'S1' }),
  summary({ id: 'open', phase: 'open', state: 'DEPLOYED' }),
  summary({ id: 'unknown', phase: 'unknown', state: 'HIBERNATING' }),
]
const ids = (view: string, search = '') => found(items, viewNamed(view), search).map(({ id }) => id)

test('the inbox opens with what needs a decision, the most urgent first', () => {
  expect(viewNamed('').id).toBe('decide')
  expect(ids('decide')).toEqual(['extension', 'waiting'])
})

test('every access request is in one of the views, those in an unknown state among the alarms', () => {
  expect(ids('alarm')).toEqual(['unknown'])
  expect(ids('all')).toHaveLength(items.length)
  const shown = views.filter(({ id }) => id !== 'all').flatMap(({ phases }) => phases)
  expect(new Set(shown)).toEqual(new Set(viewNamed('all').phases))
})

test('an extension that is asked for counts as open too', () => {
  expect(countIn(items, viewNamed('open'))).toBe(2)
})

test('a search looks at summary, resource, compartment, actions and ids', () => {
  expect(ids('all', 'rotate CERT')).toEqual(['waiting'])
  expect(ids('all', 'infra_diag exa-01')).toHaveLength(items.length)
  expect(ids('all', 'nowhere')).toEqual([])
})

test('the filters are those that stand in the address', () => {
  expect(facetIds).toEqual(['state', 'severity', 'resource-type', 'compartment', 'service', 'connection'])
  const [state] = facetsOf(String)
  expect(state?.name?.('APPROVAL_WAITING')).toBe('Waiting for approval')
})

test('an empty inbox says where it looked, when, and what it could not read', () => {
  const where = everywhere({ connections: 2, regions: 2, compartments: 14 })
  expect(lookedAt('0 waiting', where, 0, '2026-11-22T09:59:48Z', now)).toMatch(
    /^0 waiting in 14 compartments, 2 regions, read 12 ?s(ec)? ago$/,
  )
  expect(lookedAt('0 waiting', 'Frankfurt', 1, '2026-11-22T09:59:48Z', now)).toContain('; 1 place could not be read')
})
