import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Store } from './store/store.ts'
import type { KeptSecretTable } from './store/tables.ts'

/** Reads the secret from the file. If the file is missing, creates it with the result of `make`, readable by its owner only. */
export async function keptSecret(file: string, make: () => string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new Error(`The file ${file} cannot be read (${error.code ?? error.message}).`, { cause: error })
  })
  if (kept.trim()) {
    await chmod(file, 0o600)
    return kept.trim()
  }
  const secret = make()
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  return secret
}

/**
 * Reads the secret from the store, and creates it if it is missing: for processes that share a database and no folder. It is
 * stored in plain text. A reader of the store cannot forge a session with it, because the ids of sessions are stored as hashes.
 */
export async function storedSecret(
  { db }: Pick<Store, 'db'>,
  name: KeptSecretTable['name'],
  make: () => string,
): Promise<string> {
  await db
    .insertInto('kept_secrets')
    .values({ name, secret: make() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { secret } = await db
    .selectFrom('kept_secrets')
    .select('secret')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return secret
}
