import { readConfig } from '../config.ts'
import { startFromConfig, type Gatehouse } from '../start.ts'
import { demoAccounts } from '../users/demo-accounts.ts'

/** The most time for a graceful shutdown. */
const closeMs = 8_000

/** Starts Gatehouse, prints its address and how to sign in, and runs until a signal ends it. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const ending = Promise.withResolvers<void>()
  let signals = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signals += 1
      // A second signal skips the graceful shutdown.
      if (signals > 1) process.exit(1)
      ending.resolve()
    })
  }

  const gatehouse = await startFromConfig(readConfig(env))
  console.log(welcome(gatehouse))
  await ending.promise

  setTimeout(() => process.exit(1), closeMs).unref()
  await gatehouse.close()
  // A timer or socket of a library must not keep the process alive.
  process.exit(0)
}

function welcome({ url, sandbox, demoPassword, needsFirstAdmin }: Gatehouse): string {
  const lines = ['', `  Gatehouse is at ${url}`]
  if (sandbox) lines.push(`  OCI is played by the sandbox at ${sandbox.url}`)
  if (demoPassword !== null) {
    const names = demoAccounts.map(({ name }) => name)
    lines.push(
      '',
      `  Sign in as ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`,
      `  Password   ${demoPassword}`,
    )
  } else if (needsFirstAdmin) {
    lines.push('', '  Nobody can sign in yet. Make the first account with: pnpm create-admin --name NAME')
  }
  lines.push('', '  Ctrl-C ends it.', '')
  return lines.join('\n')
}
