import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expandHome, parseConfig, readConfigFile } from './config-file.ts'

const valuesOf = (text: string) =>
  Object.fromEntries(
    [...parseConfig(text, 'config')].map(([name, entries]) => [
      name,
      Object.fromEntries([...entries].map(([key, { value }]) => [key, value])),
    ]),
  )

describe('an OCI configuration file', () => {
  test('holds profiles of keys and values, with comments and blanks around them', () => {
    const text = '# mine\n\n[DEFAULT]\n  user = a \nkey_file=~/b = c\n; more\n[ OTHER ]\r\nregion: us-ashburn-1\r\n'
    expect(valuesOf(text)).toEqual({
      DEFAULT: { user: 'a', key_file: '~/b = c' },
      OTHER: { region: 'us-ashburn-1' },
    })
  })

  test('a value is all that stands on its line, be it a number sign, a quote or nothing', () => {
    expect(valuesOf('[A]\npass_phrase = a#b;c "d"\nuser =\n')).toEqual({ A: { pass_phrase: 'a#b;c "d"', user: '' } })
  })

  test('a fingerprint keeps its colons, and a byte order mark does not matter', () => {
    expect(valuesOf('\ufeff[A]\nfingerprint=11:22\ntenancy: b')).toEqual({ A: { fingerprint: '11:22', tenancy: 'b' } })
  })

  test('each value knows its line', () => {
    expect(parseConfig('# one\n[A]\n\nuser=x', 'config').get('A')?.get('user')).toEqual({
      value: 'x',
      line: 4,
      profile: 'A',
    })
  })

  test.each([
    ['[A]\nnonsense', 'line 2: this is neither a profile, nor a key with a value, nor a comment.'],
    ['[A]\n= value', 'line 2: this is neither a profile'],
    ['[A', 'line 1: this is not the name of a profile in square brackets.'],
    ['[]', 'line 1: this is not the name of a profile in square brackets.'],
    ['user=a', 'line 1: user stands before any profile such as [DEFAULT].'],
    ['[A]\n[B]\n[A]', 'line 3: the profile A is there a second time.'],
    ['[A]\nuser=a\nuser=b', 'line 3: user is there a second time in profile A.'],
  ])('%j is a mistake at its line', (text, message) => {
    expect(() => parseConfig(text, '/etc/oci/config')).toThrow(`The OCI configuration file /etc/oci/config, ${message}`)
  })

  test('no message holds a value', () => {
    expect(() => parseConfig('[A]\nthe secret phrase', 'config')).not.toThrow('secret')
  })

  test('a missing file and a folder are named in the error', async () => {
    await expect(readConfigFile('/nowhere/config')).rejects.toThrow(
      'The OCI configuration file /nowhere/config does not exist.',
    )
    await expect(readConfigFile(import.meta.dirname)).rejects.toMatchObject({
      kind: 'bad-profile',
      message: `The OCI configuration file ${import.meta.dirname} is a folder.`,
    })
  })
})

test('a leading tilde is the home folder of the user', () => {
  expect(expandHome('~/.oci/config')).toBe(join(homedir(), '.oci/config'))
  expect(expandHome('/a/~/b')).toBe('/a/~/b')
  expect(expandHome('~other/b')).toBe('~other/b')
})
