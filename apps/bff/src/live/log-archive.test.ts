import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { createLogArchive, type FoundLine, type LogArchive, type LogKey } from './log-archive.ts'

const keyOf = (workRequestId: string): LogKey => ({ connectionId: 'frankfurt', service: 'desktops', workRequestId })
const line = (text: string, place = 0): FoundLine => ({
  kind: 'log',
  at: new Date(Date.parse('2026-11-22T10:00:00.000Z') + place).toISOString(),
  code: null,
  text,
  ordinal: 0,
})

/** As two processes have them: two stores in one place. */
let stores: Store[]
let archives: [LogArchive, LogArchive]
beforeEach(async () => {
  const place = await database.create()
  const one = await openStore(place)
  const other = await openStore(place)
  stores = [one, other]
  archives = [createLogArchive(one), createLogArchive(other)]
})
afterEach(async () => {
  for (const archive of archives) await archive.close()
  for (const store of stores) await store.close()
  await database.remove()
})

test('a reader that asks for the lines after its last one skips none, while several processes write', async () => {
  const keys = ['a', 'b', 'c', 'd'].map(keyOf)
  const [one, other] = archives
  const written = new AbortController()
  const writing = Promise.all(
    keys.map(async (key, index) => {
      for (let place = 0; place < 40; place++)
        await (index % 2 ? one : other).append(
          key,
          Array.from({ length: 3 }, (_, more) => line(`${place}.${more}`, place)),
        )
    }),
  ).finally(() => written.abort())

  const sequences: number[] = []
  const readOn = async () => {
    const lines = await one.read(keys, sequences.at(-1) ?? 0)
    sequences.push(...lines.map(({ line: { sequence } }) => sequence))
  }
  while (!written.signal.aborted) {
    await readOn()
    await turn()
  }
  await writing
  await readOn()
  const all = await other.read(keys, 0)
  expect(all).toHaveLength(4 * 40 * 3)
  expect(sequences).toEqual(all.map(({ line: { sequence } }) => sequence))
})

test('lines that two processes find at once are archived once, and numbered without gaps', async () => {
  const found = Array.from({ length: 30 }, (_, place) => line(`line ${place}`, place))
  const counts = await Promise.all(archives.map((archive) => archive.append(keyOf('a'), found)))
  expect(counts.toSorted((a, b) => a - b)).toEqual([0, 30])
  const lines = await archives[0].read([keyOf('a')], 0)
  expect(lines.map(({ line: { number } }) => number)).toEqual(found.map((_, place) => place + 1))
})

test('memory answers only when it has every line, those of other processes too', async () => {
  const [one, other] = archives
  await one.append(keyOf('a'), [line('first')])
  await other.append(keyOf('a'), [line('second', 1)])
  await one.append(keyOf('a'), [line('third', 2)])
  expect(one.recent([keyOf('a')], 0)).toBeNull()
  const texts = (await one.read([keyOf('a')], 0)).map(({ line: { text } }) => text)
  expect(texts).toEqual(['first', 'second', 'third'])
})

test('a line of any length is archived, once', async () => {
  const long = [line('x'.repeat(20_000)), line('x'.repeat(20_001))]
  expect(await archives[0].append(keyOf('a'), long)).toBe(2)
  expect(await archives[1].append(keyOf('a'), long)).toBe(0)
})
