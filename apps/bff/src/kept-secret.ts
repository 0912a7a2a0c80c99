import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

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
