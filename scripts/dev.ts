import { run, runNode } from './run.ts'

/**
 * Hot reload: Vite serves the console where `pnpm start` would, and passes /api on to a BFF that restarts when a file
 * of its changes. When either ends, so does the other.
 */
const port = Number(process.env.GATEHOUSE_PORT ?? 7070)
const bffPort = port + 2

const ended = [
  runNode(['--watch', '--watch-preserve-output', 'apps/bff/src/main.ts'], {
    env: { GATEHOUSE_PORT: String(bffPort), GATEHOUSE_PUBLIC_URL: `http://localhost:${port}` },
  }),
  run('vite', ['--port', String(port), '--strictPort'], {
    of: 'apps/console',
    env: { GATEHOUSE_BFF_URL: `http://127.0.0.1:${bffPort}` },
  }),
]
await Promise.race(ended.map((end) => end.catch((error: unknown) => console.error(String(error)))))
process.kill(process.pid, 'SIGTERM')
