import type { OciClientOptions } from './client-options.ts'

/**
 * Client options from the environment: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (lower case wins over upper case), and
 * `OCI_REALM_SPECIFIC_SERVICE_ENDPOINT_TEMPLATE_ENABLED`, which only `true` turns on, as in Oracle's SDKs. Clients do not
 * read the environment themselves.
 */
export function clientOptionsFrom(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<OciClientOptions, 'proxy' | 'realmSpecificEndpoints'> {
  const either = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined
  const proxy = { httpsProxy: either('HTTPS_PROXY'), httpProxy: either('HTTP_PROXY'), noProxy: either('NO_PROXY') }
  return {
    proxy: proxy.httpsProxy || proxy.httpProxy ? proxy : undefined,
    realmSpecificEndpoints: environment['OCI_REALM_SPECIFIC_SERVICE_ENDPOINT_TEMPLATE_ENABLED'] === 'true',
  }
}
