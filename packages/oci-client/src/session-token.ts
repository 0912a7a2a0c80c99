import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { fileProblem } from './config-file.ts'
import { OciError } from './error.ts'
import type { Principal } from './principal.ts'
import { claimsOf, isToken } from './token-claims.ts'

/** Where a session's token is, and the key it was issued for. */
export interface SessionTokenOptions {
  /** Read again whenever it changes. */
  readonly tokenFile: string
  /** Checked for changes, like the token file. Absent when the key is not in a file. */
  readonly keyFile?: string | undefined
  /** Called for the key whenever one of the files has changed. */
  readonly readKey: () => KeyObject | Promise<KeyObject>
  readonly region?: string | undefined
  readonly tenancyId?: string | undefined
}

interface Session {
  readonly stamp: string
  readonly keyId: string
  readonly key: KeyObject
  /** Milliseconds since 1970; absent when the token does not say. */
  readonly expiresAt: number | undefined
}

/**
 * Signs with a security token from `oci session authenticate`. Token and key are read again when one of their files
 * changes, so that `oci session refresh` is enough, and once after OCI refused the token. This process never refreshes the
 * session itself. The methods throw `bad-profile`.
 */
export function sessionTokenPrincipal(options: SessionTokenOptions): Principal {
  const { tokenFile, keyFile, readKey, region, tenancyId } = options
  const files = keyFile === undefined ? [tokenFile] : [tokenFile, keyFile]
  let current: Session | undefined
  let reading: Promise<Session> | undefined
  /** OCI has refused the current token. Forces a read: a file replaced within one clock tick seems unchanged. */
  let refused = false

  async function read(): Promise<Session> {
    try {
      const stamp = await stampOf(files)
      if (current?.stamp !== stamp || refused) {
        const token = await readToken(tokenFile)
        const key = await readKey()
        const { expiresAt, publicKey } = claimsOf(token)
        if (publicKey && !publicKey.equals(createPublicKey(key))) {
          throw new OciError('bad-profile', `The session token in ${tokenFile} was not issued for the key beside it.`)
        }
        current = { stamp, keyId: `ST$${token}`, key, expiresAt }
        refused = false
      }
    } catch (error) {
      // The file may be half written. Use the current session, and read again with the next call.
      if (!current || expired(current)) throw error
    }
    if (expired(current)) {
      const at = new Date(current.expiresAt ?? 0).toISOString()
      throw new OciError(
        'bad-profile',
        `The session token in ${tokenFile} expired at ${at}. Run "oci session refresh".`,
      )
    }
    return current
  }

  // keyId and key, called without an await in between, share one read.
  const session = () => (reading ??= read().finally(() => (reading = undefined)))

  return {
    keyId: async () => (await session()).keyId,
    key: async () => (await session()).key,
    async renew() {
      refused = true
      await session()
    },
    region,
    tenancyId,
  }
}

const expired = ({ expiresAt }: Session) => expiresAt !== undefined && expiresAt <= Date.now()

async function stampOf(files: readonly string[]): Promise<string> {
  const stamps = files.map(async (file) => {
    try {
      const { ino, size, mtimeMs } = await stat(file)
      return `${ino} ${size} ${mtimeMs}`
    } catch (error) {
      throw new OciError('bad-profile', `The file ${file}, which a session needs, ${fileProblem(error)}.`)
    }
  })
  return (await Promise.all(stamps)).join('\n')
}

async function readToken(tokenFile: string): Promise<string> {
  let token: string
  try {
    token = (await readFile(tokenFile, 'utf8')).trim()
  } catch (error) {
    throw new OciError('bad-profile', `The session token file ${tokenFile} ${fileProblem(error)}.`)
  }
  if (token === '') throw new OciError('bad-profile', `The session token file ${tokenFile} is empty.`)
  if (!isToken(token))
    throw new OciError('bad-profile', `The session token file ${tokenFile} does not contain a token.`)
  return token
}
