import { globSync } from 'node:fs'
import { configDefaults, defineConfig } from 'vitest/config'
import { findPostgres } from './apps/bff/src/testing/postgres-server.ts'

/** Each workspace with tests is a project of that name. */
const workspaces = globSync(['apps/*', 'packages/*'])

const postgresOnly = 'src/**/*.postgres.test.ts'
const sqliteOnly = 'src/**/*.sqlite.test.ts'

/** The tests of the BFF that run on both databases. */
const onBoth = [
  'src/store/*.test.ts',
  'src/ledger/{acts,create-journal,verify}.test.ts',
  'src/inventory/{inventory,retention}.test.ts',
  'src/live/log-*.test.ts',
  'src/users/users.test.ts',
  'src/keyring/key-bindings.test.ts',
  'src/routes/session.test.ts',
  'src/acts/{doubt,resume,serial}.test.ts',
  'src/commands/beside.test.ts',
  'src/kill.test.ts',
]

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // all of them: otherwise one is left to whoever watches, and nobody does
    maxWorkers: '100%',
    projects: [
      ...workspaces.map((root) => ({
        extends: true as const,
        root,
        test: {
          name: root.split('/')[1] ?? root,
          exclude: [...configDefaults.exclude, postgresOnly, 'src/testing/postgres-missing.test.ts'],
        },
      })),
      bffOnPostgres(),
    ],
  },
})

function bffOnPostgres() {
  const isInstalled = findPostgres() !== null
  // The gate sets it, so that it fails where a PostgreSQL could have been installed.
  if (!isInstalled && process.env['TEST_POSTGRES'] === 'required')
    throw new Error('TEST_POSTGRES=required, but no PostgreSQL is installed: apt-get install postgresql')
  return {
    extends: true as const,
    root: 'apps/bff',
    test: {
      name: 'bff on PostgreSQL',
      include: isInstalled ? [...onBoth, postgresOnly] : ['src/testing/postgres-missing.test.ts'],
      exclude: [...configDefaults.exclude, sqliteOnly],
      globalSetup: isInstalled ? ['src/testing/postgres-setup.ts'] : [],
    },
  }
}
