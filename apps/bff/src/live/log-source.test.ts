import { OciError } from '@gatehouse/oci-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { database } from '../testing/database.ts'
import { createLogArchive, type LogArchive } from './log-archive.ts'
import { logSource, type LogReader, type LogState, type WireLine } from './log-source.ts'

const key = { connectionId: 'frankfurt', service: 'desktops' as const, workRequestId: 'ocid1.workrequest.oc1..aaaa' }

let store: Store
let archive: LogArchive

beforeEach(async () => {
  store = await openStore(await database.create())
  archive = createLogArchive(store)
})

afterEach(async () => {
  await archive.close()
  await store.close()
  await database.remove()
})

const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 10, 0, second)).toISOString()
const line = (second: number, text: string): WireLine => ({ kind: 'log', at: at(second), code: null, text })
const failure = (second: number, text: string): WireLine => ({ kind: 'error', at: at(second), code: 'Failed', text })

/** A log as OCI keeps it, read in pages of three lines. */
function keptLog() {
  const kept = {
    lines: [] as WireLine[],
    errors: [] as WireLine[],
    endedAtMs: null as number | null,
    isForgotten: false,
    epoch: 1,
    pages: 0,
  }
  const reader: LogReader = {
    endedAtMs: () => (kept.isForgotten ? Promise.reject(new Error('forgotten')) : Promise.resolve(kept.endedAtMs)),
    async readLog(page) {
      kept.pages += 1
      const [epoch, start = 0] = page?.split('/').map(Number) ?? [kept.epoch]
      if (epoch !== kept.epoch) throw new OciError('service', 'The page is not valid.', { status: 400 })
      const next = start + 3
      return {
        lines: kept.lines.slice(start, next),
        next: next < kept.lines.length ? `${kept.epoch}/${next}` : undefined,
      }
    },
    readErrors: () => Promise.resolve(kept.errors),
    isForgotten: () => kept.isForgotten,
    isStalePage: (error) => error instanceof OciError,
  }
  return { kept, source: logSource(archive, key, () => reader) }
}

const texts = async () => (await archive.read([key], 0)).map((entry) => entry.line.text)
const { signal } = new AbortController()

test('lines are archived once, numbered, in order, however often they are read', async () => {
  const { kept, source } = keptLog()
  kept.lines = [line(1, 'one'), line(2, 'two')]
  const first = await source.read(undefined, signal)
  kept.lines.push(line(3, 'three'))
  await source.read(first, signal)
  const archived = (await archive.read([key], 0)).map((entry) => entry.line)
  expect(archived.map(({ number, text }) => [number, text])).toEqual([
    [1, 'one'],
    [2, 'two'],
    [3, 'three'],
  ])
  expect(archived.map(({ sequence }) => sequence)).toEqual(
    archived.map(({ sequence }) => sequence).toSorted((a, b) => a - b),
  )
})

test('lines that are equal to the millisecond are as many as OCI has, also across pages and readings', async () => {
  const { kept, source } = keptLog()
  kept.lines = [line(1, 'again'), line(1, 'again'), line(1, 'again'), line(1, 'again')]
  let state = await source.read(undefined, signal)
  expect(await texts()).toHaveLength(4)
  kept.lines.push(line(1, 'again'), line(1, 'again'))
  state = await source.read(state, signal)
  expect(await texts()).toHaveLength(6)
  await source.read(state, signal)
  await keptLog().source.read(undefined, signal)
  expect(await texts()).toHaveLength(6)
})

test('a process that begins anew adds nothing twice', async () => {
  const { kept, source } = keptLog()
  kept.lines = [line(1, 'one'), line(1, 'one'), line(2, 'two')]
  kept.errors = [failure(2, 'it failed')]
  await source.read(undefined, signal)
  const again = keptLog()
  Object.assign(again.kept, kept, { lines: [...kept.lines, line(3, 'three')] })
  await again.source.read(undefined, signal)
  expect(await texts()).toEqual(['one', 'one', 'two', 'it failed', 'three'])
})

test('a long log is not read from its beginning each time', async () => {
  const { kept, source } = keptLog()
  kept.lines = Array.from({ length: 30 }, (_, second) => line(second, `line ${second}`))
  const state = await source.read(undefined, signal)
  expect(kept.pages).toBe(10)
  kept.lines.push(line(40, 'further'), line(41, 'on'))
  await source.read(state, signal)
  expect(kept.pages).toBe(12)
  expect(await texts()).toHaveLength(32)
})

test('when OCI no longer takes the page, the log is read from its beginning', async () => {
  const { kept, source } = keptLog()
  kept.lines = Array.from({ length: 7 }, (_, second) => line(second, `line ${second}`))
  const state = await source.read(undefined, signal)
  kept.epoch = 2
  kept.lines.push(line(8, 'line 7'))
  await source.read(state, signal)
  expect(await texts()).toEqual(Array.from({ length: 8 }, (_, second) => `line ${second}`))
})

test('errors stand among the lines by their time', async () => {
  const { kept, source } = keptLog()
  kept.lines = [line(1, 'one'), line(2, 'two'), line(3, 'three'), line(5, 'five'), line(6, 'six')]
  kept.errors = [failure(2, 'two failed'), failure(4, 'four failed'), failure(9, 'nine failed')]
  await source.read(undefined, signal)
  expect(await texts()).toEqual(['one', 'two', 'two failed', 'three', 'four failed', 'five', 'six', 'nine failed'])
})

test('a log ends when its work has, and once more nothing new is found', async () => {
  const { kept, source } = keptLog()
  kept.lines = [line(1, 'one')]
  const states: LogState[] = [await source.read(undefined, signal)]
  const look = async () => {
    states.push(await source.read(states.at(-1), signal))
    return states.at(-1)!.isEnded // just pushed
  }
  expect(await look()).toBe(false)
  kept.endedAtMs = Date.now()
  expect(await look()).toBe(false)
  kept.lines.unshift(line(0, 'late, and before all others'))
  expect(await look()).toBe(false)
  expect(await look()).toBe(true)
  expect(await texts()).toContain('late, and before all others')
  expect(await archive.stateOf(key)).toEqual({ isEnded: true, lines: 2 })
})

test('the log of work that ended long ago is ended as soon as it is read', async () => {
  const { kept, source } = keptLog()
  kept.lines = [line(1, 'one')]
  kept.endedAtMs = Date.now() - 3_600_000
  expect(await source.read(undefined, signal)).toMatchObject({ isEnded: true })
})

test('what OCI has forgotten is ended, and its lines are still there', async () => {
  const { kept, source } = keptLog()
  kept.lines = [line(1, 'one')]
  const state = await source.read(undefined, signal)
  kept.isForgotten = true
  expect(await source.read(state, signal)).toMatchObject({ isEnded: true })
  expect(await texts()).toEqual(['one'])
})

test('what OCI has forgotten before it was ever read cannot be shown', async () => {
  const { kept, source } = keptLog()
  kept.isForgotten = true
  await expect(source.read(undefined, signal)).rejects.toThrow('forgotten')
})

test('an ended log is not read again', async () => {
  await archive.note(key, true)
  const { kept, source } = keptLog()
  expect(await source.read(undefined, signal)).toMatchObject({ isEnded: true })
  expect(kept.pages).toBe(0)
})

test('thousands of lines are archived in batches, none lost', async () => {
  const lines = Array.from({ length: 5_000 }, (_, place) => ({ ...line(0, `line ${place}`), ordinal: 0 }))
  expect(await archive.append(key, lines)).toBe(5_000)
  expect(await archive.append(key, lines)).toBe(0)
  const archived = await archive.read([key], 0)
  expect(archived.map((entry) => entry.line.number)).toEqual(Array.from({ length: 5_000 }, (_, place) => place + 1))
})
