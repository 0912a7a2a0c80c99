import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

export interface OriginOptions {
  /** Where browsers find us; null where that is whatever host they asked. */
  publicUrl: URL | null
  /** We listen on loopback only: then nobody has reason to know us by another name. */
  loopback: boolean
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses changes that do not come from our own pages. Browsers say where a request comes from in `Sec-Fetch-Site`
 * (W3C Fetch Metadata), older ones in `Origin` (RFC 6454); a page cannot forge either. A client that is no browser sends
 * neither, and has to say `Origin` with our own address: that costs it nothing, and leaves no way around.
 */
export function createOriginCheck({ publicUrl, loopback }: OriginOptions) {
  return async function requireOwnOrigin(request: FastifyRequest): Promise<void> {
    // a foreign name that resolves to loopback is a page that tries to pass as us (DNS rebinding)
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
