import { buildConsole } from './console.ts'

/** The console on the embedded sandbox, or on the OCI connections that are configured: all in this one process. */
await buildConsole()
const { main } = await import('../apps/bff/src/main.ts')
await main()
