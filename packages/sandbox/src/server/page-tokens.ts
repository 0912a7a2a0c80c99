import { createHmac, timingSafeEqual } from 'node:crypto'
import { invalidParameter } from '../fault.ts'
import type { Cursor } from '../handler.ts'

/** Page tokens that say nothing to the client and fit only the query that they were made for. */
export interface PageTokens {
  /** With a nonce, the token of the same place is another each time. */
  seal(query: string, cursor: Cursor, nonce?: string): string
  /** Throws InvalidParameter for a token that is garbled or comes from another query. */
  open(query: string, token: string): Cursor
}

const sealBytes = 16

export function createPageTokens(secret: Buffer): PageTokens {
  const sealOf = (query: string, cursor: Buffer) =>
    createHmac('sha256', secret).update(query).update('\0').update(cursor).digest().subarray(0, sealBytes)
  return {
    seal(query, cursor, nonce) {
      const bytes = Buffer.from(JSON.stringify(nonce === undefined ? cursor : [...cursor, nonce]))
      return Buffer.concat([sealOf(query, bytes), bytes]).toString('base64url')
    },
    open(query, token) {
      const bytes = Buffer.from(token, 'base64url')
      const cursor = bytes.subarray(sealBytes)
      if (bytes.length <= sealBytes || !timingSafeEqual(bytes.subarray(0, sealBytes), sealOf(query, cursor)))
        throw invalidParameter('page is not a token that this query was answered with in opc-next-page')
      const [key, id] = JSON.parse(cursor.toString()) as Cursor // sealed above, maybe with a nonce behind it
      return [key, id]
    },
  }
}
