import { expect, test } from 'vitest'
import { clientOptionsFrom } from './environment.ts'

const flag = 'OCI_REALM_SPECIFIC_SERVICE_ENDPOINT_TEMPLATE_ENABLED'

test('an environment that says nothing changes nothing', () => {
  expect(clientOptionsFrom({})).toEqual({ proxy: undefined, realmSpecificEndpoints: false })
  expect(clientOptionsFrom({ HTTPS_PROXY: '', NO_PROXY: 'localhost' })).toMatchObject({ proxy: undefined })
})

test.each([
  ['true', true],
  ['TRUE', false],
  ['1', false],
  ['false', false],
])('the templates of a realm are asked for by true alone: %s', (value, expected) => {
  expect(clientOptionsFrom({ [flag]: value }).realmSpecificEndpoints).toBe(expected)
})

test('a proxy is named in either case, and the lower one counts', () => {
  expect(
    clientOptionsFrom({
      HTTPS_PROXY: 'http://upper.test:1',
      https_proxy: 'http://lower.test:1',
      HTTP_PROXY: 'http://plain.test:2',
      no_proxy: 'localhost',
    }).proxy,
  ).toEqual({ httpsProxy: 'http://lower.test:1', httpProxy: 'http://plain.test:2', noProxy: 'localhost' })
})
