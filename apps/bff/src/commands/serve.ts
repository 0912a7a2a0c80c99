import { readConfig } from '../config.ts'
import { startFromConfig, type Gatehouse } from '../start.ts'
import { demoAccounts } from '../users/demo-accounts.ts'

/** How long ending may take before it is cut short. */
const closeMs = 8_000

/** Starts, says where and how to sign in, and runs until it is told to end. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const ending = Promise.withResolvers<void>()
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      asked += 1
      // who asks twice does not want to wait
      if (asked > 1) process.exit(1)
      ending.resolve()
    })
  }

  const gatehouse = await startFromConfig(readConfig(env))
  console.log(welcome(gatehouse))
  await ending.promise

  setTimeout(() => process.exit(1), closeMs).unref()
  await gatehouse.close()
  // a library's timer or socket must not keep us
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
