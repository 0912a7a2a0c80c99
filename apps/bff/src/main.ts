import { createAdmin } from './commands/create-admin.ts'
import { serve } from './commands/serve.ts'
import { verify } from './commands/verify-ledger.ts'
import { ConfigError } from './config.ts'
import { StoreError } from './store/store-error.ts'
import { AccountError } from './users/users.ts'

const usage = `Usage: node src/main.ts [command]

  (none)                        start the console's server; the sandbox too, unless connections are configured
  create-admin --name NAME      make an account that may do everything; the password is asked for, or read from
                                GATEHOUSE_PASSWORD or standard input
  verify-ledger                 check that the ledger is whole and unchanged

Settings are read from the environment: see docs/operations.md.`

/** Runs the command that the arguments name. Says what is wrong in a sentence, and exits with 1. */
export async function main(args: readonly string[] = []): Promise<void> {
  const [command, ...rest] = args
  try {
    if (command === undefined) await serve(process.env)
    else if (command === 'create-admin') await createAdmin(process.env, rest)
    else if (command === 'verify-ledger') await verify(process.env)
    else if (command === '--help' || command === 'help') console.log(usage)
    else fail(`There is no command "${command}".\n\n${usage}`)
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
