import type { Found } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { foundGroups, matchingCommands, type PaletteGroup } from './palette-items.ts'

const item = (label: string) => ({ value: label, label, note: '', run: () => {} })
const commands: PaletteGroup[] = [
  { value: 'Pages', items: [item('Desktop pools'), item('Activity')] },
  { value: 'Commands', items: [item('Dark theme')] },
]
const place = { connectionId: 'frankfurt', state: 'ACTIVE' }
const found: Found[] = [
  { noun: 'desktop-pools', ...place, id: 'ocid1.desktoppool.a', name: 'west' },
  { noun: 'desktop-pools', ...place, id: 'ocid1.desktoppool.b', name: 'design west' },
  {
    noun: 'desktops',
    ...place,
    id: 'ocid1.desktop.c',
    name: 'west-0001',
    userName: 'ada',
    poolId: 'ocid1.desktoppool.a',
  },
]

test('before anything is typed all pages and commands are offered', () => {
  expect(matchingCommands('', commands)).toEqual(commands)
})

test('a page is found by the words of its name', () => {
  expect(matchingCommands('pools desk', commands).map(({ value, items }) => [value, items.length])).toEqual([
    ['Pages', 1],
  ])
})

test('things are grouped by noun, in the order in which they were found', () => {
  const groups = foundGroups(found, () => {})
  expect(groups.map(({ value, items }) => `${value}: ${items.map(({ label }) => label).join(', ')}`)).toEqual([
    'Desktop pools: west, design west',
    'Desktops: west-0001',
  ])
})

test('a pool opens its page, and a desktop the list of its pool with the desktop in it', () => {
  const opened: string[] = []
  for (const { items } of foundGroups(found, (path) => opened.push(path))) items[0]?.run()
  expect(opened).toEqual([
    '/desktop-pools/frankfurt/ocid1.desktoppool.a',
    '/desktop-pools/frankfurt/ocid1.desktoppool.a?q=ocid1.desktop.c',
  ])
})
