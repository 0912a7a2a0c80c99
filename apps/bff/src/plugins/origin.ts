import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

export interface OriginOptions {
  /** The address that browsers use. Null: the host of each request. */
  publicUrl: URL | null
  /** True when the server listens on loopback only. Then only loopback names are accepted as host. */
  loopback: boolean
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses changes that do not come from the console's own pages. Browsers send the origin of a request in
 * `Sec-Fetch-Site` (W3C Fetch Metadata), older ones in `Origin` (RFC 6454); a page cannot forge either. Other clients
 * must send `Origin` with the console's address, so that leaving out both headers is no bypass.
 */
export function createOriginCheck({ publicUrl, loopback }: OriginOptions) {
  return async function requireOwnOrigin(request: FastifyRequest): Promise<void> {
    // DNS rebinding: a foreign page can make its own host name resolve to loopback.
    if (loopback && publicUrl === null && !loopbackNames.has(request.hostname))
      throw foreign(`The host ${JSON.stringify(request.host)} is not a name of this console.`)
    if (safeMethods.has(request.method)) return

    const site = request.headers['sec-fetch-site']
    if (site !== undefined) {
      if (site === 'same-origin') return
      throw foreign('A change was asked for from another site.')
    }
    const { origin } = request.headers
    if (origin === undefined)
      throw foreign('A change needs the header Origin with the address of this console, or a browser to send it.')
    const own = publicUrl?.origin ?? `${request.protocol}://${request.host}`
    if (origin !== own) throw foreign('A change was asked for from another site.')
  }
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

const foreign = (message: string) => new Problem('foreign_origin', message)

/** Whether an address to listen on is reachable from this machine alone. */
export const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
