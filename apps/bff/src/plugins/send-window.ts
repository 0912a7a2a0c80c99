import type { Freshness, Window } from '@gatehouse/contract'
import type { FastifyReply } from 'fastify'

/** The text of the rows of each window, per serialiser, because the schema of a route decides which members are sent. */
const texts = new WeakMap<object, WeakMap<readonly unknown[], string>>()

/**
 * Answers with a window. All callers get the same rows until they change, so each route serialises them once and not per
 * caller. Their freshness, which differs with every read, is serialised each time.
 */
export function sendWindow<T>(reply: FastifyReply, window: Window<T>): Window<T> {
  const serialize = reply.getSerializationFunction('200')
  if (!serialize) throw new Error('A route that answers with a window needs a response schema for status 200.')
  const cache = texts.get(serialize) ?? new WeakMap<readonly unknown[], string>()
  texts.set(serialize, cache)
  const { rows, freshness } = window
  const text = cache.get(rows) ?? withoutFreshness(serialize({ ...window, freshness: empty }))
  cache.set(rows, text)
  reply.type('application/json; charset=utf-8')
  return `${text}"freshness":${JSON.stringify(freshness)}}` as unknown as Window<T> // the serialised form; Fastify sends text as it is
}

const empty: Freshness = {
  readAt: null,
  everyMs: 0,
  sources: { connections: 0, regions: 0, compartments: 0 },
  places: 0,
  pending: 0,
  unread: [],
  unreadTotal: 0,
}

/** The serialiser writes members in the order of the schema, of which the freshness is the last. */
function withoutFreshness(text: string): string {
  const start = text.lastIndexOf('"freshness":')
  if (start === -1) throw new Error('The schema of a window must have its freshness.')
  return text.slice(0, start)
}
