import type { ServiceId } from '@gatehouse/oci-api'
import { services } from '@gatehouse/oci-api'
import { OciError } from './error.ts'
import { realmOf } from './realms.ts'

/** One URL for every service, or a function that returns one per service. Undefined: the region's endpoint. */
export type EndpointOption = string | ((service: ServiceId) => string | undefined)

/** How the public address of a service is built. */
export interface AddressOptions {
  /**
   * Use realm-specific templates where a service has them; none of these services does yet. Oracle's SDKs call it
   * `client_level_realm_specific_endpoint_template_enabled`. False.
   */
  readonly realmSpecificEndpoints?: boolean | undefined
  /** By service and realm (`oc1`), with the placeholders `{region}` and `{secondLevelDomain}`. */
  readonly realmTemplates?: RealmTemplates | undefined
}

/** Realm-specific templates. Oracle's SDKs 2.139.1 ship none for these services. */
export type RealmTemplates = Readonly<Partial<Record<ServiceId, Readonly<Record<string, string>>>>>

const ownTemplates: RealmTemplates = {}

export interface Endpoint {
  /** `https://host:port` */
  readonly origin: string
  /** What the `host` header says. */
  readonly host: string
  /** A path that every request starts with, such as `/us-ashburn-1`, or nothing. */
  readonly prefix: string
}

/**
 * The endpoint of each service. All are resolved at once, so that a mistake fails the creation of the client and not its
 * first call. Throws `bad-profile`.
 */
export function resolveEndpoints(
  region: string | undefined,
  option: EndpointOption | undefined,
  address: AddressOptions = {},
): Readonly<Record<ServiceId, Endpoint>> {
  const of = (service: ServiceId) => {
    const url = typeof option === 'function' ? option(service) : option
    return parseEndpoint(url ?? regionalEndpoint(service, region, address))
  }
  return {
    desktops: of('desktops'),
    identity: of('identity'),
    'operator-access-control': of('operator-access-control'),
    'delegate-access-control': of('delegate-access-control'),
  }
}

/**
 * The public address of a service in a region. A region with a dot is a whole domain; as Oracle's SDKs do, only the first
 * word of the address goes before it: `api`, `operator-access-control`, …. Throws `bad-profile` when the region is missing
 * or invalid.
 */
export function regionalEndpoint(
  service: ServiceId,
  region: string | undefined,
  { realmSpecificEndpoints = false, realmTemplates = ownTemplates }: AddressOptions = {},
): string {
  if (region === undefined || region === '') {
    throw new OciError(
      'bad-profile',
      `The address of ${service} is unknown, because there is no region. Set a region or an endpoint.`,
    )
  }
  const template = services[service].endpoint
  if (dottedRegion.test(region)) {
    const firstWord = template.slice('https://'.length, template.indexOf('.'))
    return `https://${firstWord}.${region}`
  }
  if (!plainRegion.test(region)) {
    throw new OciError('bad-profile', `"${region}" is not the identifier of a region, such as us-ashburn-1.`)
  }
  const realm = realmOf(region)
  const own = realmSpecificEndpoints ? realmTemplates[service]?.[realm.id] : undefined
  return (own ?? template).replace('{region}', region).replace('{secondLevelDomain}', realm.domain)
}

/** Whether it can be a region: `us-ashburn-1`, or a domain with dots. */
export const isRegion = (text: string) => plainRegion.test(text) || dottedRegion.test(text)

const plainRegion = /^[a-z]+(-[a-z]+)*-\d+$/
const dottedRegion = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/

function parseEndpoint(text: string): Endpoint {
  const url = URL.parse(text)
  // The message leaves out the text, because it may contain a password.
  if (url ? url.username || url.password : text.includes('@'))
    throw new OciError('bad-profile', 'An endpoint must not contain a user or password.')
  if (!url) throw new OciError('bad-profile', `The endpoint "${text}" is not a URL.`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new OciError('bad-profile', `The endpoint "${text}" must start with https:// or http://.`)
  }
  if (text.includes('?') || text.includes('#')) {
    throw new OciError('bad-profile', `The endpoint "${text}" must not contain a query or a fragment.`)
  }
  return { origin: url.origin, host: url.host, prefix: url.pathname.replace(/\/+$/, '') }
}
