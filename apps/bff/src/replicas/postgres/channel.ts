import { parseMessage, type Message } from '../message.ts'
import type { Channel } from '../replicas.ts'
import type { Link } from './link.ts'

/** The channel of NOTIFY. */
export const channelName = 'gatehouse'

type Listener = (message: Message) => void

export interface PostgresChannel extends Channel {
  /** A notification has come, of this replica too. */
  receive(payload: string): void
  /** Tells the listeners of this replica alone. */
  deliver(message: Message): void
  /** Sends what waits. Never rejects. */
  flush(): Promise<void>
}

/**
 * Sends messages by NOTIFY. Those of one turn of the event loop go in one statement. A message that cannot be sent is dropped:
 * the re-read of heads and leases makes up for it.
 */
export function createChannel(link: () => Pick<Link, 'query'>, sender: string): PostgresChannel {
  const listeners = new Map<Message['is'], Set<Listener>>()
  let unsent: string[] = []

  async function flush() {
    const payloads = [...new Set(unsent)]
    if (payloads.length === 0) return
    unsent = []
    await link()
      .query(`select pg_notify('${channelName}', payload) from unnest($1::text[]) as payload`, [payloads])
      .catch(() => undefined)
  }

  function deliver(message: Message) {
    for (const listener of listeners.get(message.is) ?? []) listener(message)
  }

  return {
    send(message) {
      if (unsent.length === 0) setImmediate(() => void flush())
      unsent.push(`${sender} ${JSON.stringify(message)}`)
    },
    on(kind, listener) {
      const ofKind = listeners.get(kind) ?? new Set()
      listeners.set(kind, ofKind.add(listener as Listener)) // it gets this kind only
      return () => ofKind.delete(listener as Listener) // the same
    },
    receive(payload) {
      const [from] = payload.split(' ', 1)
      const message = from === sender ? null : parseMessage(payload.slice(payload.indexOf(' ') + 1))
      if (message) deliver(message)
    },
    deliver,
    flush,
  }
}
