import { describe, printed, readCommandLine, usage } from './command-line.ts'
import { startSandbox } from './index.ts'

/** Ends in a sentence for the user, whatever goes wrong. */
function fail(error: unknown) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

await run().catch(fail)

async function run() {
  const { start, json, help } = readCommandLine(process.argv.slice(2), process.env)
  if (help) {
    console.log(usage)
    return
  }
  const sandbox = await startSandbox(start)
  console.log(json ? JSON.stringify(describe(sandbox)) : printed(sandbox))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      sandbox.close().catch(fail)
    })
}
