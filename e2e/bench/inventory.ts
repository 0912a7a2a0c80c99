import { setTimeout as sleep } from 'node:timers/promises'
import type { Control, TakenCalls } from '@gatehouse/sandbox'
import { startAtSize } from './at-size.ts'
import type { AtSize } from './at-size.ts'
import { listNames, readList, watchLists } from './lists.ts'
import type { ListName } from './lists.ts'
import type { Probed } from './probe.ts'

const windowMs = 60_000
/** What the first read leaves to be done, such as details of single things, comes to its end. */
const settleMs = 30_000
const movesPerMinute = 60
const pollMs = 250
const mostFirstReadMs = 10 * 60_000

/**
 * A browser that watches all lists over 200 compartments, three regions and three services with 50,000 desktops: how soon
 * it has rows, what the first read costs, and what OCI is asked afterwards, in a calm world and while things move.
 */
export async function benchInventory() {
  const stack = await startAtSize()
  const { sandbox, control, bff } = stack
  await control.calls.take()
  await bff.probe()

  const startedAt = performance.now()
  const watching = await watchLists(bff)
  const firstRowsMs = await untilList(stack, startedAt, 'desktops', ({ rows }) => rows > 0)
  const times = await Promise.all(
    listNames.map((name) =>
      untilList(
        stack,
        startedAt,
        name,
        ({ total, unread, pending }) => unread + pending === 0 && total >= expected(stack, name),
      ),
    ),
  )
  const firstRead = { calls: await control.calls.take(), probed: await bff.probe() }

  await sleep(settleMs)
  const calm = await observe(stack)
  await control.moves.set(movesPerMinute)
  const movedBefore = (await control.moves.read()).count
  const moving = await observe(stack)
  const moved = (await control.moves.set(0)).count - movedBefore
  const { seen } = watching
  await watching.close()
  const list = await readList(bff, 'desktops')
  await stack.close()

  const aim = '≤ 3,000'
  return [
    row('The sandbox at this size starts in', seconds(sandbox.startMs), `${megabytes(sandbox.resident)} resident`),
    row('From opening the stream to the first desktops', seconds(firstRowsMs)),
    row(
      'From opening the stream until every place was read once',
      times.some(Number.isNaN) ? `not within ${mostFirstReadMs / 60_000} min` : seconds(Math.max(...times)),
      `${total(firstRead.calls)} calls; ${listNames.map((name, place) => `${name} ${seconds(times[place]!)}`).join(', ')}`, // one time for each list
    ),
    row(
      'Event loop delay p99 of the BFF during the first read',
      delay(firstRead.probed),
      used(firstRead.probed),
      '≤ 30 ms',
    ),
    row('Calls to OCI per minute when calm', perMinute(calm.calls), byOperation(calm.calls), aim),
    row('Event loop delay p99 of the BFF when calm', delay(calm.probed), used(calm.probed)),
    row(
      `Calls to OCI per minute while ${moved} things move`,
      perMinute(moving.calls),
      `${((rate(moving.calls) - rate(calm.calls)) / moved).toFixed(1)} more for each; ${byOperation(moving.calls)}`,
    ),
    row('Event loop delay p99 of the BFF while things move', delay(moving.probed), used(moving.probed)),
    row(
      'Resident memory of the BFF',
      megabytes(moving.probed.residentBytes),
      `at most ${megabytes(moving.probed.mostResidentBytes)}`,
      '≤ 250 MB',
    ),
    row(
      'A reply of the list of desktops',
      `${(list.bytes / 1000).toFixed(0)} kB`,
      `${list.rows} of ${list.total} rows; ${seen.streams} event streams carried ${megabytes(seen.bytes)}`,
      '≤ 30 kB',
    ),
  ]
}

/** Milliseconds since `startedAt` until a list answers so; NaN when it takes too long. */
async function untilList(
  { bff }: AtSize,
  startedAt: number,
  name: ListName,
  isDone: (answer: Awaited<ReturnType<typeof readList>>) => boolean,
): Promise<number> {
  const elapsed = () => performance.now() - startedAt
  while (elapsed() < mostFirstReadMs) {
    if (isDone(await readList(bff, name))) return elapsed()
    await sleep(pollMs)
  }
  return NaN
}

/** How many rows the world has for a list. */
function expected({ sandbox: { counts } }: AtSize, name: ListName): number {
  const rows = {
    'access-requests': counts.accessRequests,
    'desktop-pools': counts.pools,
    desktops: counts.desktops,
    'work-requests': counts.workRequests,
  }
  return rows[name]
}

async function observe({ control, bff }: { control: Control; bff: AtSize['bff'] }) {
  await control.calls.take()
  await bff.probe()
  await sleep(windowMs)
  return { calls: await control.calls.take(), probed: await bff.probe() }
}

const row = (name: string, value: string, detail = '', aim = '') => ({ name, value, aim, detail })

const total = ({ counts }: TakenCalls) => Object.values(counts).reduce((sum, count) => sum + count, 0)

const rate = (calls: TakenCalls) => (total(calls) * 60_000) / calls.elapsedMs

const perMinute = (calls: TakenCalls) => rate(calls).toFixed(0)

/** The operations that are called most, per minute. */
const byOperation = ({ counts, elapsedMs }: TakenCalls) =>
  Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([operation, count]) => `${operation} ${((count * 60_000) / elapsedMs).toFixed(0)}`)
    .join(', ')

const delay = ({ delay: { p99Ms } }: Probed) => `${p99Ms.toFixed(0)} ms`

const used = ({ delay: { maxMs }, processorMs, elapsedMs }: Probed) =>
  `at most ${maxMs.toFixed(0)} ms; ${((100 * processorMs) / elapsedMs).toFixed(0)} % of a core`

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`
