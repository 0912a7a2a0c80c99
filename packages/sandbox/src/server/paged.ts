import { randomUUID } from 'node:crypto'
import type { Cursor, Page } from '../handler.ts'
import type { PageTokens } from './page-tokens.ts'

/** How a fault makes a list go on for ever; see `FaultRule`. */
export type PagingFault = 'endless-pages' | 'same-page'

/** Stands for the first page in a token of an endless list. */
const firstPage: Cursor = ['', '']

interface Paging {
  tokens: PageTokens
  /** What a token belongs to: operation, region, filters. */
  query: string
  /** The token that the call came with. */
  page: string | undefined
  limit: number
  fault: PagingFault | undefined
}

/** One page of a list, with the token of the next if there is any. Throws InvalidParameter for a foreign token. */
export function paged<Item>(list: Page<Item>, { tokens, query, page, limit, fault }: Paging) {
  if (fault === 'same-page') {
    const { items } = list.take(limit, undefined)
    return { items, nextPage: tokens.seal(query, firstPage) }
  }
  const cursor = page === undefined ? undefined : tokens.open(query, page)
  const isFirst = cursor?.[0] === firstPage[0] && cursor[1] === firstPage[1]
  const { items, next } = list.take(limit, isFirst ? undefined : cursor)
  if (fault === 'endless-pages') return { items, nextPage: tokens.seal(query, next ?? firstPage, randomUUID()) }
  return { items, nextPage: next && tokens.seal(query, next) }
}
