import type { FastifyReply } from 'fastify'

/** The serialised text of each live snapshot, per serialiser, because the schema of a route decides which members are sent. */
const texts = new WeakMap<object, WeakMap<object, string>>()

/**
 * Answers with a snapshot of the live hub. All callers get the same object until the next read, so each route serialises
 * it once and not per caller.
 */
export function sendSnapshot<Snapshot extends object>(reply: FastifyReply, snapshot: Snapshot): Snapshot {
  const serialize = reply.getSerializationFunction('200')
  if (!serialize) throw new Error('A route that answers with a snapshot needs a response schema for status 200.')
  const cache = texts.get(serialize) ?? new WeakMap<object, string>()
  texts.set(serialize, cache)
  const text = cache.get(snapshot) ?? serialize(snapshot as Record<string, unknown>) // every object is one
  cache.set(snapshot, text)
  reply.type('application/json; charset=utf-8')
  return text as unknown as Snapshot // the serialised form of the promised type; Fastify sends text as it is
}
