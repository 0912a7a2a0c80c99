import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isStoreFailure, StoreError } from '../store-error.ts'
import { connect, startThread } from './connection.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-connection-'))
})
afterAll(() => rm(folder, { recursive: true }))

const options = (changes = {}) => ({ file: join(folder, 'any.db'), readOnly: false, busyMs: 20, ...changes })
const countTo = (number: number) =>
  CompiledQuery.raw(
    `with recursive n (i) as (select 1 union all select i + 1 from n where i < ${number}) select count(*) from n`,
  )

test('an error keeps its class, message and codes on its way out of the thread', async () => {
  const connection = await connect(options())
  await connection.executeQuery(CompiledQuery.raw('create table things (name text unique)'))
  const insert = CompiledQuery.raw('insert into things values (?)', ['one'])
  expect(await connection.executeQuery(insert)).toEqual({ rows: [], numAffectedRows: 1n })
  await expect(connection.executeQuery(insert)).rejects.toMatchObject({
    message: 'UNIQUE constraint failed: things.name',
    code: 'ERR_SQLITE_ERROR',
    errcode: 2067,
  })
  await expect(connection.executeQuery(CompiledQuery.raw('select ?, ?', ['text', ['no value']]))).rejects.toThrow(
    TypeError,
  )
  await connection.close()
})

test('a file that cannot be opened rejects with the error of SQLite', async () => {
  await expect(connect(options({ file: join(folder, 'no', 'such', 'folder') }))).rejects.toMatchObject({ errcode: 14 })
})

test('when the thread dies, its queries are rejected as a failure of the store, and so are later ones', async () => {
  const thread = startThread(options())
  const connection = await connect(options(), thread)
  const [counting] = await Promise.allSettled([connection.executeQuery(countTo(1e9)), thread.worker.terminate()])
  expect(counting).toMatchObject({ reason: { message: expect.stringContaining('has ended unexpectedly') as string } })
  const error: unknown = await connection.executeQuery(countTo(1)).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(StoreError)
  expect(isStoreFailure(error)).toBe(true)
  expect(connection.hasEnded).toBe(true)
  await connection.close()
})

test('closing waits for the queries before it', async () => {
  const connection = await connect(options())
  const counting = connection.executeQuery(countTo(1e5))
  await connection.close()
  expect((await counting).rows).toEqual([{ 'count(*)': 100_000 }])
})

test('an open store does not keep its process alive, and a query does', async () => {
  const store = JSON.stringify(new URL('../store.ts', import.meta.url).href)
  const script = `
    const { openStore } = await import(${store})
    const { db } = await openStore(${JSON.stringify(join(folder, 'left-open'))})
    const { sql } = await import('kysely')
    await sql.raw(${JSON.stringify(countTo(1e6).sql)}).execute(db)
    console.log('counted')`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
  })
  expect(stdout).toBe('counted\n')
})

test('it works in the watch mode of Node, which sends messages of its own', async () => {
  const script = join(folder, 'watched.ts')
  await writeFile(
    script,
    `import { connect } from ${JSON.stringify(new URL('connection.ts', import.meta.url).href)}
    const connection = await connect(${JSON.stringify(options())})
    const { rows } = await connection.executeQuery({ sql: 'select 1 as one', parameters: [] })
    console.log(JSON.stringify(rows))`,
  )
  const watching = spawn(process.execPath, ['--watch', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  const output = await new Promise<string>((resolve) => {
    let text = ''
    watching.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('one')) resolve(text)
    })
  })
  expect(output).toContain('[{"one":1}]')
  const ended = once(watching, 'exit')
  watching.kill()
  await ended
})
