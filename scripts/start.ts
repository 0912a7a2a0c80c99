import { buildConsole } from './console.ts'

/** The console on the embedded sandbox, or on the OCI connections that are configured: all in this one process. */
await buildConsole()
const { main } = (await import(new URL('../apps/bff/src/main.ts', import.meta.url).href)) as { main(): Promise<void> }
await main()
