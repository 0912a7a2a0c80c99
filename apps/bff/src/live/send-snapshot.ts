import type { FastifyReply } from 'fastify'

/** What a snapshot reads like, for as long as somebody has it. */
const written = new WeakMap<object, string>()

/**
 * Answers with a state of the live hub. It is the same object for everyone until the next look, so that it goes through
 * the route's schema once and not for each of them.
 */
export function sendSnapshot<Snapshot extends object>(reply: FastifyReply, snapshot: Snapshot): Snapshot {
  const text = written.get(snapshot) ?? (reply.serialize(snapshot) as string) // JSON is text
  written.set(snapshot, text)
  reply.type('application/json; charset=utf-8')
  // as the route promises it, but in writing: Fastify sends text as it is
  return text as unknown as Snapshot
}
