import type { FastifyReply } from 'fastify'

/** By the serialiser of a route, which is what decides what may leave: what it made of each snapshot that is still there. */
const written = new WeakMap<object, WeakMap<object, string>>()

/**
 * Answers with a state of the live hub. It is the same object for everyone until the next look, so that it goes through
 * the route's schema once and not for each of them.
 */
export function sendSnapshot<Snapshot extends object>(reply: FastifyReply, snapshot: Snapshot): Snapshot {
  const serialize = reply.getSerializationFunction('200')
  if (!serialize) throw new Error('A route that answers with a snapshot has to promise what is in it.')
  const known = written.get(serialize) ?? new WeakMap<object, string>()
  written.set(serialize, known)
  const text = known.get(snapshot) ?? serialize(snapshot as Record<string, unknown>) // as any object is
  known.set(snapshot, text)
  reply.type('application/json; charset=utf-8')
  return text as unknown as Snapshot // as the route promises it, but in writing: Fastify sends text as it is
}
