import { notAuthenticated } from '../fault.ts'

/** What an `Authorization` header of OCI Signature version 1 says. */
export interface Authorization {
  keyId: string
  /** Lower case, in the order in which they were signed. */
  headers: string[]
  signature: Buffer
}

const pair = /\s*([A-Za-z]+)="([^"]*)"\s*(?:,|$)/y

/**
 * Reads `Signature version="1",keyId="…",algorithm="rsa-sha256",headers="…",signature="…"`. SDKs order the parts in
 * different ways, and some capitalise the header names. Throws NotAuthenticated.
 */
export function readAuthorization(header: string | undefined): Authorization {
  if (!header) throw notAuthenticated('The Authorization header is missing')
  const scheme = /^Signature\s+/i.exec(header)
  if (!scheme) throw notAuthenticated('The Authorization header must use the scheme Signature')

  const parts = readPairs(header.slice(scheme[0].length))
  const part = (name: string) => {
    const value = parts.get(name)
    if (!value) throw notAuthenticated(`The Authorization header lacks ${name}`)
    return value
  }
  if (part('version') !== '1') throw notAuthenticated('The version of the signature must be "1"')
  if (part('algorithm') !== 'rsa-sha256') throw notAuthenticated('The algorithm of the signature must be "rsa-sha256"')
  const headers = part('headers').toLowerCase().split(' ')
  if (new Set(headers).size < headers.length) throw notAuthenticated('A header is listed twice in the signature')
  return { keyId: part('keyId'), headers, signature: Buffer.from(part('signature'), 'base64') }
}

function readPairs(text: string): Map<string, string> {
  const parts = new Map<string, string>()
  pair.lastIndex = 0
  while (pair.lastIndex < text.length) {
    const [, name, value] = pair.exec(text) ?? []
    if (name === undefined || value === undefined || parts.has(name))
      throw notAuthenticated('The Authorization header is not a list of distinct name="value" pairs')
    parts.set(name, value)
  }
  return parts
}
