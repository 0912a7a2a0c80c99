import { describe, expect, test } from 'vitest'
import { apiKeyPrincipal } from './principal.ts'
import { fingerprint, privateKey, privateKeyPem, tenancyId, userId } from './testing/keys.ts'

describe('an API key given in code', () => {
  test.each([
    ['text', privateKeyPem],
    ['a key', privateKey],
  ])('may be %s, and its fingerprint follows from it', (_, key) => {
    const principal = apiKeyPrincipal({ tenancyId, userId, privateKey: key })
    expect(principal.keyId()).toBe(`${tenancyId}/${userId}/${fingerprint}`)
    expect(principal.key()).toBe(principal.key())
  })

  test('may come with its fingerprint, in any case of letters', () => {
    expect(() =>
      apiKeyPrincipal({ tenancyId, userId, privateKey, fingerprint: fingerprint.toUpperCase() }),
    ).not.toThrow()
  })

  test('is refused when it is another than its fingerprint says', () => {
    expect(() => apiKeyPrincipal({ tenancyId, userId, privateKey, fingerprint: '00:11' })).toThrow(
      `The private key of ${userId} has the fingerprint ${fingerprint}, not 00:11.`,
    )
  })

  test('is refused when it is no key', () => {
    expect(() => apiKeyPrincipal({ tenancyId, userId, privateKey: 'secret' })).toThrow(
      `The private key of ${userId} holds no key in PEM form.`,
    )
  })
})
