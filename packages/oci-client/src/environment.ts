import type { OciClientOptions } from './client-options.ts'

/**
 * What the environment says about clients, as options to spread into theirs: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`
 * (in either case, the lower one first), and `OCI_REALM_SPECIFIC_SERVICE_ENDPOINT_TEMPLATE_ENABLED`, which is on for
 * `true` alone, as in Oracle's SDKs. Nothing else in this package looks at the environment by itself.
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
