import type { KeyObject } from 'node:crypto'
import { createHash, verify } from 'node:crypto'
import type { ReceivedRequest } from './server.ts'

/** Parses the `authorization` header. Shares no code with the signer, so that a mistake cannot hide in both. */
export function readSignature({ headers }: ReceivedRequest) {
  const authorization = headers.authorization ?? ''
  const parameter = (name: string) => new RegExp(`[ ,]${name}="([^"]*)"`).exec(authorization)?.[1]
  return {
    scheme: authorization.split(' ')[0],
    version: parameter('version'),
    keyId: parameter('keyId'),
    algorithm: parameter('algorithm'),
    headers: parameter('headers')?.toLowerCase().split(' ') ?? [],
    signature: parameter('signature') ?? '',
  }
}

/** Whether the key signed the request as the server received it, including its body. */
export function isSignedBy(key: KeyObject, request: ReceivedRequest): boolean {
  const { headers, signature } = readSignature(request)
  const lines = headers.map((name) =>
    name === '(request-target)'
      ? `(request-target): ${request.method.toLowerCase()} ${request.target}`
      : `${name}: ${String(request.headers[name])}`,
  )
  const bodyHash = createHash('sha256').update(request.body).digest('base64')
  if (headers.includes('x-content-sha256') && request.headers['x-content-sha256'] !== bodyHash) return false
  return verify('sha256', Buffer.from(lines.join('\n')), key, Buffer.from(signature, 'base64'))
}
