import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { UserKey } from './key-pairs.ts'
import { keyOfPem, userKey } from './key-pairs.ts'

/** One profile of an OCI config file. */
export interface Profile {
  profile: string
  user: string
  fingerprint: string
  tenancy: string
  region: string
  keyFile: string
}

/**
 * The key of that name in the directory, made if it is not there, so that a client configured once stays configured.
 * The directory is for its owner only (0700), the key too (0600).
 */
export async function keyInDirectory(directory: string, name: string): Promise<UserKey> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await chmod(directory, 0o700)
  const file = keyFile(directory, name)
  const found = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (found === undefined) {
    const key = await userKey(name)
    await writeFile(file, key.privateKeyPem, { mode: 0o600 })
    return key
  }
  await chmod(file, 0o600)
  try {
    return keyOfPem(found)
  } catch (cause) {
    throw new Error(`${file} holds no usable key. Delete it, and the sandbox makes another.`, { cause })
  }
}

export const keyFile = (directory: string, name: string): string => resolve(directory, `${name}.pem`)

/** Writes `config` in the form that the OCI CLI, Terraform and every SDK read. Gives its path. */
export async function writeConfigFile(directory: string, profiles: Profile[]): Promise<string> {
  const file = join(resolve(directory), 'config')
  const text = profiles.map(
    ({ profile, user, fingerprint, tenancy, region, keyFile }) =>
      `[${profile}]\nuser=${user}\nfingerprint=${fingerprint}\ntenancy=${tenancy}\nregion=${region}\nkey_file=${keyFile}\n`,
  )
  await writeFile(file, text.join('\n'), { mode: 0o600 })
  return file
}
