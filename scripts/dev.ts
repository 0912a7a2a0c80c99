import { run, runNode } from './run.ts'

/**
 * Hot reload: Vite serves the console where `pnpm start` would, and passes /api on to a BFF that restarts when a file
 * of its changes. When either ends, so does the other.
 */
const port = Number(process.env.GATEHOUSE_PORT ?? 7070)
const bffPort = port + 2

let interrupted = false
process.once('SIGINT', () => (interrupted = true)).once('SIGTERM', () => (interrupted = true))

const bff = runNode(['--watch', '--watch-preserve-output', 'apps/bff/src/main.ts'], {
  env: { GATEHOUSE_PORT: String(bffPort), GATEHOUSE_PUBLIC_URL: `http://localhost:${port}` },
})
const vite = run('vite', ['--port', String(port), '--strictPort'], {
  of: 'apps/console',
  env: { GATEHOUSE_BFF_URL: `http://127.0.0.1:${bffPort}` },
})
await Promise.race([bff, vite]).catch((error: unknown) => {
  if (!interrupted) console.error(error instanceof Error ? error.message : String(error))
})
process.kill(process.pid, 'SIGTERM') // passed on to the one that still runs
await Promise.allSettled([bff, vite])
process.exit(interrupted ? 0 : 1)
