import { run, runSteps } from './run.ts'

/** The long forms of tests that disturb a running system. They need a PostgreSQL of the system's package. */
await runSteps([
  [
    'replicas, disturbed twenty times',
    () =>
      run('vitest', ['run', '--project', 'bff on PostgreSQL', 'src/replicas.postgres'], {
        env: { SOAK_DISTURBANCES: '20' },
      }),
  ],
])
