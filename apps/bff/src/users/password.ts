import { argon2, randomBytes, randomInt, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'

/** Runs on a thread of the pool, for 0.2 s or less. */
const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

/**
 * OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane.
 * cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** In PHC form: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive('argon2id', { message: normalized(password), nonce: salt, ...cost })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(hash)}`
}

/** Whether the password has that hash. Throws when the hash is not in the form that `hashPassword` gives. */
export async function passwordMatches(password: string, phc: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(phc)
  if (!match) throw new Error('A stored password hash is not of the form $argon2id$v=19$m=…,t=…,p=…$salt$hash.')
  const [, memory, passes, parallelism, salt = '', expected = ''] = match
  const expectedHash = Buffer.from(expected, 'base64')
  const hash = await derive('argon2id', {
    message: normalized(password),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expectedHash.byteLength,
  })
  return timingSafeEqual(hash, expectedHash)
}

let nothing: Promise<string> | undefined

/** A hash of a random password, to compare with when the account does not exist. The reply then takes equally long. */
export const hashOfNothing = () => (nothing ??= hashPassword(randomBytes(32).toString('hex')))

/** The minimum length of a password. NIST SP 800-63B asks for at least eight. */
export const passwordMinLength = 12

/** Four groups of four letters and digits without look-alikes, so that people can type it. 79 bits. */
export function generatePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const letter = () => alphabet[randomInt(alphabet.length)]
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, letter).join('')).join('-')
}

/** Keyboards may compose the same letter in different ways. */
const normalized = (password: string) => password.normalize('NFKC')

/** PHC strings leave the padding out. */
const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
