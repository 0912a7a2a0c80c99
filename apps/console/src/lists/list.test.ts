import { accessRequestList, desktopList, desktopPoolList, mostRows, workRequestList } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { accessRequestList as inbox } from '../access-requests/list.ts'
import { desktopPoolList as pools } from '../desktop-pools/list.ts'
import { desktopList as desktops } from '../desktops/list.ts'
import { workRequestList as work } from '../work-requests/list.ts'
import { csvUrl, listKey, matchKey, readQuery, type ListQuery } from './list.ts'
import { countsQuery, overviewQuery, pageQuery, pageRows, topicOf, windowQuery } from './queries.ts'

const query: ListQuery = {
  scope: 'frankfurt',
  search: ' Lab  0042 ',
  filters: { state: ['INACTIVE', 'ACTIVE'], pool: [], session: ['connected'] },
  sort: { column: 'name', descending: true },
}

test('the topic of a window is its address, in which names and values are ordered and empty ones left out', () => {
  expect(topicOf(pageQuery('desktops', query, 0))).toBe(
    'desktops?scope=frankfurt&search=lab+0042&session=connected&state=ACTIVE&state=INACTIVE&sort=-name&limit=100',
  )
  expect(topicOf(pageQuery('desktops', query, 3))).toMatch(/&offset=300&limit=100$/)
  expect(topicOf(countsQuery('desktops', query))).toBe(
    'desktops/counts?scope=frankfurt&search=lab+0042&session=connected&state=ACTIVE&state=INACTIVE',
  )
  expect(topicOf(overviewQuery(''))).toBe('overview')
})

test('equal queries are one query, however they were typed', () => {
  const same: ListQuery = {
    ...query,
    search: 'LAB 0042',
    filters: { session: ['connected'], state: ['ACTIVE', 'INACTIVE'] },
  }
  expect(listKey('desktops', same)).toBe(listKey('desktops', query))
  expect(matchKey('desktops', { ...same, sort: { column: 'state', descending: false } })).toBe(
    matchKey('desktops', query),
  )
})

test('the file of a list has its search, filters and sort, and no pages', () => {
  expect(csvUrl('desktop-pools', { ...query, search: '', filters: {} })).toBe(
    '/api/desktop-pools.csv?scope=frankfurt&sort=-name',
  )
})

test('the address of a page says what it lists, and what the page sets wins', () => {
  const params = new URLSearchParams('scope=ashburn&q=lab&state=ACTIVE&sort=-user&color=red')
  expect(readQuery(desktops, params)).toEqual({
    scope: 'ashburn',
    search: 'lab',
    filters: { pool: [], state: ['ACTIVE'], session: [], compartment: [], connection: [] },
    sort: { column: 'user', descending: true },
  })
  expect(readQuery(desktops, params, { scope: '', filters: { pool: ['a'] } })).toMatchObject({
    scope: '',
    filters: { pool: ['a'], state: ['ACTIVE'] },
  })
})

test('the lists filter and sort by what the contract offers', () => {
  const lists = [
    [inbox, accessRequestList],
    [pools, desktopPoolList],
    [desktops, desktopList],
    [work, workRequestList],
  ] as const
  for (const [list, { filters, sorts, list: endpoint }] of lists) {
    expect(endpoint.url).toBe(`/api/${list.path}`)
    expect(filters).toEqual(expect.arrayContaining([...list.filters]))
    expect(sorts).toEqual(expect.arrayContaining([...list.sorts]))
    expect(list.sorts).toContain(list.sort.column)
  }
  expect(pageRows).toBeLessThanOrEqual(mostRows)
})

test('pages far from the view are dropped sooner than first pages', () => {
  const kept = (offset: number) => windowQuery('desktops', query, { offset, limit: 100 }).gcTime ?? Infinity
  expect(kept(100)).toBeLessThan(kept(0))
})

test('a window whose address is too long for a topic is read by timer', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `ocid1.desktoppool.oc1.eu-frankfurt-1.${'a'.repeat(60)}${at}`)
  expect(pageQuery('desktops', query, 0).refetchInterval).toBe(false)
  expect(pageQuery('desktops', { ...query, filters: { pool: ids } }, 0).refetchInterval).toBe(3000)
})
