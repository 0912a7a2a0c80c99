import type { TestProject } from 'vitest/node'
import type { PostgresTarget } from '../store/postgres/target.ts'
import { openStore } from '../store/store.ts'
import { asAdmin, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** An empty store on the PostgreSQL of this run, to copy. Undefined when the tests run on SQLite. */
    template?: PostgresTarget
  }
}

/**
 * Starts one PostgreSQL for all tests of a run, and makes an empty store on it. Vitest calls the result when the tests have
 * ended, failed ones too.
 */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  const template = { ...server.target, database: 'template_store' }
  await asAdmin(server.target, (client) => client.query(`create database ${template.database}`))
  await (await openStore(template)).close()
  provide('template', template)
  return () => server.remove()
}
