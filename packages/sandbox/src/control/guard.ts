import type { FastifyRequest } from 'fastify'

/** A call of the control API that is refused or cannot be done, with the status to say so. */
export class ControlError extends Error {
  override name = 'ControlError'
  readonly statusCode: number

  constructor(statusCode: number, message: string) {
    super(message)
    this.statusCode = statusCode
  }
}

const loopback = /^(::ffff:)?127\.|^::1$/
const loopbackHost = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i

/**
 * The control API asks for no key, so it must be out of reach of other machines, and of web pages open in a browser on
 * this one: those carry an Origin, or a foreign Host when a name was made to point here.
 */
export function requireLocal(request: FastifyRequest): void {
  if (!loopback.test(request.socket.remoteAddress ?? ''))
    throw new ControlError(403, 'The control API answers only on the machine that the sandbox runs on')
  if (!loopbackHost.test(request.headers.host ?? ''))
    throw new ControlError(403, 'The control API must be called by the name localhost or a loopback address')
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${request.headers.host}`)
    throw new ControlError(403, 'The control API is not for web pages of another origin')
}
