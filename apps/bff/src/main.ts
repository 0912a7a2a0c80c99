import { ConfigError } from './config.ts'
import { StoreError } from './store/store-error.ts'
import { AccountError } from './users/users.ts'

const usage = `Usage: node src/main.ts [command]

  serve, or none                start the console's server; the sandbox too, unless connections are configured
  create-admin --name NAME      make an account that may do everything; the password is asked for, or read from
                                GATEHOUSE_PASSWORD or standard input
  verify-ledger                 check that the ledger is whole and unchanged; with --anchor FILE or --anchor NUMBER:HASH,
                                also that it has the rows whose hashes were noted elsewhere

Settings are read from the environment: see docs/operations.md.`

type Command = (env: NodeJS.ProcessEnv, args: readonly string[]) => Promise<void>

/** Each is loaded when it is asked for: an account is made without waiting for a server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  'create-admin': async () => (await import('./commands/create-admin.ts')).createAdmin,
  'verify-ledger': async () => (await import('./commands/verify-ledger.ts')).verify,
  help: async () => async () => console.log(usage),
}

/** Runs the command that the arguments name. Says what is wrong in a sentence, and exits with 1. */
export async function main([name = 'serve', ...args]: readonly string[] = []): Promise<void> {
  const load = Object.hasOwn(commands, name) ? commands[name] : name === '--help' ? commands['help'] : undefined
  if (!load) {
    fail(`There is no command "${name}".\n\n${usage}`)
    return
  }
  try {
    const command = await load()
    await command(process.env, args)
  } catch (error) {
    fail(sentenceOf(error))
  }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

/** A sentence where we have one; where the fault is our own, all there is to know. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isForPeople = error instanceof ConfigError || error instanceof StoreError || error instanceof AccountError
  // what we throw while starting ends as a sentence does
  return isForPeople || error.message.endsWith('.') ? error.message : (error.stack ?? error.message)
}

if (import.meta.main) await main(process.argv.slice(2))
