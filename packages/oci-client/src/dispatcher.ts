import type { Dispatcher } from 'undici'
import { Agent, EnvHttpProxyAgent } from 'undici'
import { OciError } from './error.ts'
import { undiciTimeout } from './timeouts.ts'

/** Which proxy leads to OCI, as the variables of these names say it: `http://proxy.example:3128`. */
export interface ProxyOptions {
  /** For endpoints that start with https. */
  readonly httpsProxy?: string | undefined
  /** For endpoints that start with http; and for the others, where no `httpsProxy` is given. */
  readonly httpProxy?: string | undefined
  /** Hosts that are reached without it, separated by commas: `localhost,.internal,10.0.0.5:8443`, or `*`. */
  readonly noProxy?: string | undefined
}

/** The largest answer that is read. A page of 1,000 desktops with all their tags is a few megabytes. */
const maxAnswerBytes = 32 * 1024 * 1024

/** Connections to one endpoint; calls beyond wait for one, within their deadline. */
const maxConnections = 64

/** Connections to OCI, kept open between calls. Throws `bad-profile` when a proxy is not usable. */
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
  // empty rather than left out, which would make it look at the environment by itself
  return new EnvHttpProxyAgent({
    ...options,
    httpsProxy: httpsProxy ?? '',
    httpProxy: httpProxy ?? '',
    noProxy: noProxy ?? '',
    connectTimeout: connectMs,
    // http, too, through a tunnel: what is forwarded instead keeps none of the limits above
    proxyTunnel: true,
  })
}

/** The URL itself is in no message: it may hold a password. */
function refuseUnusable(url: string | undefined) {
  if (!url) return
  const protocol = URL.parse(url)?.protocol
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new OciError('bad-profile', 'The proxy must be a URL that starts with http:// or https://.')
  }
}
