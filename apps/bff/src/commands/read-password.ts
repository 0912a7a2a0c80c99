import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { AccountError } from '../users/users.ts'

/** Prompts twice on the terminal, without echo. Without a terminal, reads the first line of standard input. */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/, 1)[0] ?? ''
  const password = await ask('Password: ')
  if (password !== (await ask('Once more: '))) throw new AccountError('The two passwords are not the same.')
  return password
}

async function ask(question: string): Promise<string> {
  process.stdout.write(question)
  // readline echoes input to its output, so its output discards everything.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  terminal.on('SIGINT', () => process.exit(130))
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stdout.write('\n')
  }
}
