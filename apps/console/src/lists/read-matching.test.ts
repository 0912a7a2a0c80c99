import { expect, test } from 'vitest'
import type { Page } from './list.ts'
import { readMatching } from './read-matching.ts'

const pools = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `pool ${at}` }))
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** Answers reads from a list that `change` may alter before each of them. */
function listOf(rows: { id: string }[], change: (reads: number, rows: { id: string }[]) => void = () => {}) {
  let reads = 0
  return {
    reads: () => reads,
    read: ({ offset, limit }: Page) => {
      change(reads++, rows)
      return Promise.resolve({ rows: rows.slice(offset, offset + limit), total: rows.length })
    },
  }
}

test('every matching row is read once, and the progress is told', async () => {
  const progress: number[] = []
  const list = listOf(pools(1204))
  expect(ids(await readMatching(list.read, (count) => progress.push(count)))).toEqual(ids(pools(1204)))
  expect(progress).toEqual([0, 500, 999])
})

test('nothing that matches is nothing to read', async () => {
  expect(await readMatching(listOf([]).read, () => {})).toEqual([])
})

test('a row that leaves while the rest is read makes it start again, so that no other row is skipped', async () => {
  const list = listOf(pools(600), (reads, rows) => {
    if (reads === 1) rows.shift()
  })
  expect(ids(await readMatching(list.read, () => {}))).toEqual(ids(pools(600).slice(1)))
  expect(list.reads()).toBe(4)
})

test('rows that never rest are not acted on', async () => {
  const list = listOf(pools(600), (_reads, rows) => rows.shift())
  await expect(readMatching(list.read, () => {})).rejects.toThrow('The rows changed while they were read.')
})
