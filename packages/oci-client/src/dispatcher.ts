import type { Dispatcher } from 'undici'
import { Agent, EnvHttpProxyAgent } from 'undici'
import { OciError } from './error.ts'
import { undiciTimeout } from './timeouts.ts'

/** The proxy to OCI, as in the environment variables of these names: `http://proxy.example:3128`. */
export interface ProxyOptions {
  /** For endpoints that start with https. */
  readonly httpsProxy?: string | undefined
  /** For endpoints that start with http, and for https when there is no `httpsProxy`. */
  readonly httpProxy?: string | undefined
  /** Hosts that are reached without a proxy, separated by commas: `localhost,.internal,10.0.0.5:8443`, or `*`. */
  readonly noProxy?: string | undefined
}

/** The largest answer that is read. A page of 1,000 desktops with all their tags is a few megabytes. */
const maxAnswerBytes = 32 * 1024 * 1024

/** The most connections to one endpoint. Further calls wait for a connection, within their deadline. */
const maxConnections = 64

/** Connections to OCI, kept open between calls. Throws `bad-profile` when a proxy is invalid. */
export function createDispatcher({
  connectMs,
  readMs,
  proxy,
}: {
  connectMs: number
  readMs: number
  proxy: ProxyOptions | undefined
}): Dispatcher {
  const silenceMs = undiciTimeout(readMs)
  const options: Agent.Options = {
    connect: { timeout: connectMs },
    connections: maxConnections,
    // OCI's signature is defined on HTTP/1.1's request line and host header
    allowH2: false,
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
    keepAliveTimeout: 30_000,
    maxResponseSize: maxAnswerBytes,
  }
  const { httpsProxy, httpProxy, noProxy } = proxy ?? {}
  if (!httpsProxy && !httpProxy) return new Agent(options)
  for (const url of [httpsProxy, httpProxy]) refuseUnusable(url)
  // Empty strings, because undici reads the environment for options that are absent.
  return new EnvHttpProxyAgent({
    ...options,
    httpsProxy: httpsProxy ?? '',
    httpProxy: httpProxy ?? '',
    noProxy: noProxy ?? '',
    connectTimeout: connectMs,
    // Use a tunnel for http too. undici applies none of the limits above to forwarded requests.
    proxyTunnel: true,
  })
}

/** No message contains the URL, because it may contain a password. */
function refuseUnusable(url: string | undefined) {
  if (!url) return
  const protocol = URL.parse(url)?.protocol
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new OciError('bad-profile', 'The proxy must be a URL that starts with http:// or https://.')
  }
}
