import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OciError } from './error.ts'
import { principalFromProfile } from './principal.ts'
import { readProfile } from './profile.ts'
import { folderWith } from './testing/files.ts'
import { fingerprint, privateKey, privateKeyPem, tenancyId, userId } from './testing/keys.ts'

const whole = {
  user: userId,
  fingerprint,
  tenancy: tenancyId,
  region: 'eu-frankfurt-1',
  key_file: 'key.pem',
}
type Entries = Record<string, string | undefined>

const section = (name: string, entries: Entries) =>
  [
    `[${name}]`,
    ...Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : `${key}=${value}`)),
  ].join('\n')

/** The profile of that name in a folder of its own that holds `key.pem` and `token`, too. */
async function profileIn(sections: Record<string, Entries>, profile?: string, files: Record<string, string> = {}) {
  const config = Object.entries(sections)
    .map(([name, entries]) => section(name, entries))
    .join('\n')
  const folder = await folderWith({ config, 'key.pem': privateKeyPem, token: 'the-token', ...files })
  return { folder, profile: await readProfile({ file: join(folder, 'config'), profile }) }
}

async function mistakeIn(entries: Entries, files: Record<string, string> = {}): Promise<OciError> {
  const reading = profileIn({ DEFAULT: entries }, undefined, files).then(({ profile }) => principalFromProfile(profile))
  return reading.then(
    () => expect.unreachable('It was accepted'),
    (error: OciError) => error,
  )
}

describe('a profile with an API key', () => {
  test('signs as its user', async () => {
    const { profile } = await profileIn({ DEFAULT: whole })
    const principal = await principalFromProfile(profile)
    expect(await principal.keyId()).toBe(`${tenancyId}/${userId}/${fingerprint}`)
    expect((await principal.key()).equals(privateKey)).toBe(true)
    expect(principal).toMatchObject({ region: 'eu-frankfurt-1', tenancyId })
  })

  test('inherits from DEFAULT what it does not say itself', async () => {
    const { profile } = await profileIn({ DEFAULT: whole, OTHER: { region: 'us-ashburn-1' } }, 'OTHER')
    expect(profile).toMatchObject({
      name: 'OTHER',
      region: 'us-ashburn-1',
      tenancyId,
      credential: { kind: 'api-key', userId, fingerprint },
    })
  })

  test.each([{ user: userId }, { fingerprint }])(
    'is not turned into a session by a token that DEFAULT has, when it says %j itself',
    async (own) => {
      const { profile } = await profileIn({ DEFAULT: { ...whole, security_token_file: 'token' }, OTHER: own }, 'OTHER')
      expect(profile.credential.kind).toBe('api-key')
    },
  )

  test('needs no region, since an endpoint may be given instead', async () => {
    const { profile } = await profileIn({ DEFAULT: { ...whole, region: undefined } })
    expect(profile.region).toBeUndefined()
  })

  test('may hold the key itself, on one line', async () => {
    const { profile } = await profileIn({
      DEFAULT: { ...whole, key_file: undefined, key_content: privateKeyPem.replaceAll('\n', '\\n') },
    })
    expect((await profile.readKey()).equals(privateKey)).toBe(true)
  })

  test('may name a key that is encrypted', async () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'the phrase' })
    const { profile } = await profileIn({ DEFAULT: { ...whole, pass_phrase: 'the phrase' } }, undefined, {
      'key.pem': pem,
    })
    expect((await profile.readKey()).equals(privateKey)).toBe(true)
  })

  test('shows no secret when it is printed', async () => {
    const { profile } = await profileIn({ DEFAULT: { ...whole, pass_phrase: 'the phrase' } })
    const principal = await principalFromProfile(profile)
    const shown = inspect([profile, principal], { depth: 10, showHidden: true }) + JSON.stringify([profile, principal])
    expect(shown).not.toContain('the phrase')
    expect(shown).not.toContain(privateKeyPem.split('\n')[1])
  })
})

describe('a profile with a session token', () => {
  const session = { tenancy: tenancyId, region: 'us-ashburn-1', key_file: 'key.pem', security_token_file: 'token' }

  test.each([
    ['says so itself', { DEFAULT: {}, SESSION: session }],
    ['says so itself, though DEFAULT has a user', { DEFAULT: whole, SESSION: session }],
    ['inherits it', { DEFAULT: session, SESSION: { region: 'us-ashburn-1' } }],
  ])('signs with the token when it %s', async (_, sections) => {
    const { profile } = await profileIn(sections, 'SESSION')
    expect(await (await principalFromProfile(profile)).keyId()).toBe('ST$the-token')
  })

  test('needs the token to be there from the start', async () => {
    const error = await mistakeIn({ ...session, security_token_file: 'elsewhere' })
    expect(error.message).toMatch(/^The file .*elsewhere, which a session needs, does not exist\.$/)
  })
})

describe('a mistake in a profile is a sentence that names file, profile and line', () => {
  test.each<[string, Entries, RegExp]>([
    ['no user', { ...whole, user: undefined }, /^Profile DEFAULT in \S+config: user is missing\.$/],
    ['an empty tenancy', { ...whole, tenancy: '' }, /^Profile DEFAULT in \S+config, line 4: tenancy is missing\.$/],
    ['no fingerprint', { ...whole, fingerprint: undefined }, /: fingerprint is missing\.$/],
    ['no key', { ...whole, key_file: undefined }, /: key_file is missing\.$/],
    ['a user that is no OCID', { ...whole, user: 'me' }, /line 2: user is not the OCID of a user, such as /],
    ['a user that is a tenancy', { ...whole, user: tenancyId }, /line 2: user is not the OCID of a user/],
    [
      'a tenancy that is cut off',
      { ...whole, tenancy: 'ocid1.tenancy' },
      /line 4: tenancy is not the OCID of a tenancy/,
    ],
    [
      'a region that is none',
      { ...whole, region: 'frankfurt' },
      /line 5: "frankfurt" is not the identifier of a region/,
    ],
    ['a fingerprint that is none', { ...whole, fingerprint: '11:22' }, /line 3: fingerprint is not sixteen pairs of/],
    [
      "another key's fingerprint",
      { ...whole, fingerprint: Array(16).fill('00').join(':') },
      /line 3: the fingerprint is not that of the key, which has ([0-9a-f]{2}:){15}/,
    ],
    [
      'a key that is missing',
      { ...whole, key_file: '/nowhere/key.pem' },
      /line 6: the key file \/nowhere\/key\.pem does not exist\.$/,
    ],
    ['a key that is a folder', { ...whole, key_file: '.' }, /line 6: the key file \S+ is a folder\.$/],
    [
      'a key that is none',
      { ...whole, key_file: 'token' },
      /line 6: the key file \S+token holds no key in PEM form\.$/,
    ],
    [
      'key_content that is none',
      { ...whole, key_content: 'secret' },
      /line 7: the key in key_content holds no key in PEM form\.$/,
    ],
  ])('%s', async (_, entries, message) => {
    const error = await mistakeIn(entries)
    expect(error).toMatchObject({ name: 'OciError', kind: 'bad-profile' })
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain('secret')
  })

  test('a wrong pass phrase', async () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right' })
    const error = await mistakeIn({ ...whole, pass_phrase: 'not-that' }, { 'key.pem': pem })
    expect(error.message).toMatch(/line 6: the key file \S+key\.pem cannot be opened with this pass_phrase\.$/)
    expect(inspect(error)).not.toContain('not-that')
  })

  test('an inherited value is traced to where it stands', async () => {
    const reading = profileIn({ DEFAULT: { ...whole, user: 'me' }, OTHER: { region: 'us-ashburn-1' } }, 'OTHER')
    await expect(reading).rejects.toThrow(
      /^Profile OTHER in \S+, line 2 \(inherited from DEFAULT\): user is not the OCID/,
    )
  })

  test('a profile that is not there', async () => {
    await expect(profileIn({ DEFAULT: whole, OTHER: {} }, 'PROD')).rejects.toThrow(
      /^The OCI configuration file \S+ has no profile PROD\. It has: DEFAULT, OTHER\.$/,
    )
  })

  test('a key that this process may not read', async () => {
    const { folder, profile } = await profileIn({ DEFAULT: whole })
    await chmod(join(folder, 'key.pem'), 0o000)
    actAsNobody()
    await expect(profile.readKey()).rejects.toThrow(
      /line 6: the key file \S+key\.pem may not be read by this process: check its owner and mode\.$/,
    )
  })
})

/** Root may read everything, so for the rest of the test it is not root. */
function actAsNobody() {
  if (process.geteuid?.() !== 0) return
  process.seteuid?.(65_534)
  onTestFinished(() => process.seteuid?.(0))
}
