import { expect, test } from 'vitest'
import { createPool } from './pool.ts'

interface Connection {
  number: number
  works: boolean
}

function openPool(size: number) {
  const opened: Connection[] = []
  const closed: number[] = []
  let failures = 0
  const pool = createPool<Connection>({
    size,
    async open() {
      if (failures > 0) {
        failures -= 1
        throw new Error('No connection')
      }
      const connection = { number: opened.length + 1, works: true }
      opened.push(connection)
      return connection
    },
    isUsable: ({ works }) => works,
    close: async ({ number }) => void closed.push(number),
  })
  return { pool, opened, closed, failNext: (count: number) => (failures = count) }
}

test('callers beyond the size of the pool get a connection in the order in which they asked', async () => {
  const { pool, opened } = openPool(1)
  const first = await pool.acquire()
  const order: number[] = []
  const callers = [1, 2, 3].map(async (caller) => {
    const connection = await pool.acquire()
    order.push(caller)
    pool.release(connection)
  })
  pool.release(first)
  await Promise.all(callers)
  expect(order).toEqual([1, 2, 3])
  expect(opened).toHaveLength(1)
})

test('a broken connection is replaced, for callers in line and for later ones', async () => {
  const { pool } = openPool(1)
  const first = await pool.acquire()
  const second = pool.acquire()
  first.works = false
  pool.release(first)
  expect((await second).number).toBe(2)
  pool.release(await second)
  const idle = await pool.acquire()
  pool.release(idle)
  idle.works = false
  expect((await pool.acquire()).number).toBe(3)
})

test('callers in line are not forgotten when no connection can be opened', async () => {
  const { pool, failNext } = openPool(1)
  failNext(2)
  const callers = [pool.acquire(), pool.acquire(), pool.acquire()]
  const results = await Promise.allSettled(callers)
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
})

test('closing closes every connection', async () => {
  const { pool, closed } = openPool(2)
  pool.release(await pool.acquire())
  await Promise.all([pool.acquire(), pool.acquire()])
  await pool.close()
  expect(closed.toSorted((a, b) => a - b)).toEqual([1, 2])
})

test('a connection that is being opened while the pool closes is closed too', async () => {
  const { pool, closed } = openPool(2)
  const first = pool.acquire()
  await pool.close()
  expect(closed).toEqual([(await first).number])
})

test('callers that wait when the pool closes are rejected, and later ones', async () => {
  const { pool, opened } = openPool(1)
  const first = await pool.acquire()
  const waiting = Promise.allSettled([pool.acquire(), pool.acquire()])
  await pool.close()
  expect(await waiting).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  first.works = false
  pool.release(first)
  await expect(pool.acquire()).rejects.toThrow('The connections to the store are closed.')
  expect(opened).toHaveLength(1)
})
