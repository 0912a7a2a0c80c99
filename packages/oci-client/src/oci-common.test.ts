import { expect, test } from 'vitest'
import { loadOciCommon, tokenAndKeyOf } from './oci-common.ts'
import { failureOf } from './testing/client.ts'

test('a missing package is an error that says how to install it', async () => {
  const name = 'a-package-that-nobody-has'
  expect(await failureOf(loadOciCommon('The instance principal', () => import(name)))).toMatchObject({
    kind: 'bad-profile',
    message:
      'The instance principal needs the package oci-common, which is not installed. Install it with "pnpm add oci-common".',
  })
})

test('a broken package is an error of its own', async () => {
  const broken = () => Promise.reject(new SyntaxError('Unexpected end of input'))
  expect((await failureOf(loadOciCommon('The resource principal', broken))).message).toBe(
    'The resource principal needs the package oci-common, which cannot be loaded.',
  )
})

test('a key that is none is not shown', () => {
  expect(() => tokenAndKeyOf('The instance principal', 'token', 'secret')).toThrow(
    'The instance principal was given a key that holds no key in PEM form.',
  )
})
