import { ConfigError } from './config.ts'
import { StoreError } from './store/store-error.ts'
import { AccountError } from './users/users.ts'

const usage = `Usage: node src/main.ts [command]

  serve, or none                start the console's server; the sandbox too, unless connections are configured
  create-admin --name NAME      make an account that may do everything; the password is asked for, or read from
                                GATEHOUSE_PASSWORD or standard input
  verify-ledger                 check that the ledger is whole and unchanged; with --anchor FILE or --anchor NUMBER:HASH,
                                also that it has the rows whose hashes were noted elsewhere
  move-store                    copy the store in the data folder into the empty database that DATABASE_URL names

Settings are read from the environment: see docs/operations.md.`

type Command = (env: NodeJS.ProcessEnv, args: readonly string[]) => Promise<void>

/** Each command is loaded on use, so that creating an account does not load the server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  'create-admin': async () => (await import('./commands/create-admin.ts')).createAdmin,
  'verify-ledger': async () => (await import('./commands/verify-ledger.ts')).verify,
  'move-store': async () => (await import('./commands/move-store.ts')).move,
  help: async () => async () => console.log(usage),
}

/** Runs the command in the arguments. On an error, prints a sentence and exits with 1. */
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

/** The message of an expected error; the whole error, with its stack, for a bug. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isForPeople = error instanceof ConfigError || error instanceof StoreError || error instanceof AccountError
  // The messages of our own errors are sentences, so they end with a period.
  return isForPeople || error.message.endsWith('.') ? error.message : (error.stack ?? error.message)
}

if (import.meta.main) await main(process.argv.slice(2))
