import type { ServiceId } from '@gatehouse/oci-api'
import { services } from '@gatehouse/oci-api'
import { EndpointBuilder, Region } from 'oci-common'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createOciClient } from './client.ts'
import { regionalEndpoint, resolveEndpoints } from './endpoint.ts'
import { principal } from './testing/keys.ts'
import { sendJson, serverForTest } from './testing/server.ts'

describe('the address of a service in a region', () => {
  test.each(Object.values(services))(
    "is the one Oracle's SDK has, for every region it knows: $id",
    ({ id, endpoint }) => {
      const theirs = Region.values().map((region) => [
        region.regionId,
        EndpointBuilder.createEndpointFromRegion(endpoint, region),
      ])
      expect(theirs.length).toBeGreaterThan(70)
      expect(theirs.map(([region]) => [region, regionalEndpoint(id, region)])).toEqual(theirs)
    },
  )

  test.each<[ServiceId, string]>([
    ['desktops', 'https://api.desktops.xx-anywhere-9.oci.oraclecloud.com'],
    ['identity', 'https://identity.xx-anywhere-9.oci.oraclecloud.com'],
  ])('an unknown region is taken to be commercial: %s', (service, url) => {
    expect(regionalEndpoint(service, 'xx-anywhere-9')).toBe(url)
  })

  test.each<[ServiceId, string]>([
    ['desktops', 'https://api.oc.example.com'],
    ['operator-access-control', 'https://operator-access-control.oc.example.com'],
    ['delegate-access-control', 'https://delegate-access-control.oc.example.com'],
  ])('a region with dots is a domain of its own: %s', (service, url) => {
    expect(regionalEndpoint(service, 'oc.example.com')).toBe(url)
  })

  test.each(['', 'iad', 'us-ashburn', 'evil.com/', 'a@b.com', 'us-ashburn-1#', '.com', 'US-ASHBURN-1'])(
    'the region "%s" is refused',
    (region) => {
      expect(() => regionalEndpoint('desktops', region)).toThrow(
        expect.objectContaining({ name: 'OciError', kind: 'bad-profile' }),
      )
    },
  )
})

describe('an endpoint that is given', () => {
  test('holds for every service, with its path in front', () => {
    const endpoints = resolveEndpoints(undefined, 'http://127.0.0.1:7071/eu-frankfurt-1/')
    expect(endpoints.desktops).toEqual({
      origin: 'http://127.0.0.1:7071',
      host: '127.0.0.1:7071',
      prefix: '/eu-frankfurt-1',
    })
    expect(endpoints.identity).toEqual(endpoints.desktops)
  })

  test('for one service leaves the others to the region', () => {
    const endpoints = resolveEndpoints('uk-gov-london-1', (service) =>
      service === 'identity' ? 'https://identity.test' : undefined,
    )
    expect(endpoints.identity.origin).toBe('https://identity.test')
    expect(endpoints.desktops.origin).toBe('https://api.desktops.uk-gov-london-1.oci.oraclegovcloud.uk')
  })

  test.each([
    ['nonsense', 'The endpoint "nonsense" is not a URL.'],
    ['ftp://oci.test', 'must start with https:// or http://.'],
    ['https://oci.test/?a=b', 'must not contain a query or a fragment.'],
    ['https://oci.test/#', 'must not contain a query or a fragment.'],
    ['https://user:secret@oci.test', 'An endpoint must not contain a user or password.'],
    ['ftp://user:secret@oci.test', 'An endpoint must not contain a user or password.'],
    ['https://user:secret@', 'An endpoint must not contain a user or password.'],
  ])('%s is refused', (endpoint, message) => {
    expect(() => resolveEndpoints('us-ashburn-1', endpoint)).toThrow(message)
    expect(() => resolveEndpoints('us-ashburn-1', endpoint)).not.toThrow('secret')
  })

  test('neither region nor endpoint is an error that says what to give', () => {
    expect(() => resolveEndpoints(undefined, undefined)).toThrow('Set a region or an endpoint.')
  })
})

describe('the templates of a realm', () => {
  const realmTemplates = {
    desktops: { oc4: 'https://desktops.{region}.oci.customer-{secondLevelDomain}' },
  }
  const ofRealm = { realmSpecificEndpoints: true, realmTemplates }

  test('are used where they are asked for and there are any', () => {
    expect(regionalEndpoint('desktops', 'uk-gov-london-1', ofRealm)).toBe(
      'https://desktops.uk-gov-london-1.oci.customer-oraclegovcloud.uk',
    )
  })

  test('are the addresses of a client that asks for them', async () => {
    const server = await serverForTest((response) => sendJson(response, 200, {}))
    const realmTemplates = { desktops: { oc1: `${server.url}/{region}.{secondLevelDomain}` } }
    const client = createOciClient({ principal, realmSpecificEndpoints: true, realmTemplates })
    onTestFinished(() => client.close())
    await client.call('desktops.getDesktop', { desktopId: 'a' })
    expect(server.requests).toMatchObject([{ target: '/eu-frankfurt-1.oraclecloud.com/20220618/desktops/a' }])
  })

  test.each<[ServiceId, string, object]>([
    ['desktops', 'uk-gov-london-1', { realmTemplates }],
    ['desktops', 'eu-frankfurt-1', ofRealm],
    ['identity', 'uk-gov-london-1', ofRealm],
    ['desktops', 'oc.example.com', ofRealm],
  ])('are not used for %s in %s, with %j', (service, region, options) => {
    expect(regionalEndpoint(service, region, options)).toBe(regionalEndpoint(service, region))
  })

  test.each(Object.values(services))("change nothing yet, as in Oracle's SDK: $id", ({ id, endpoint }) => {
    for (const region of Region.values()) {
      const theirs = EndpointBuilder.createEndpointFromRegion(endpoint, region, undefined, {}, true)
      expect(regionalEndpoint(id, region.regionId, { realmSpecificEndpoints: true })).toBe(theirs)
    }
  })
})
