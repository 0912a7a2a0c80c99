import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'

const text = Type.String({ maxLength: 1_000 })
const count = Type.Integer({ minimum: 0 })
const place = Type.Object({ connectionId: text, compartmentId: text })

/**
 * What replicas tell each other: ids and numbers, never data, which is in the database. A message may be lost, so nothing
 * relies on one alone.
 */
const Message = Type.Union([
  /** The version of a noun has moved, or a table has further rows. */
  Type.Object({ is: Type.Literal('head'), of: text, number: count }),
  /** Places of a noun were read, and their records are written. */
  Type.Object({ is: Type.Literal('places-read'), noun: text }),
  /** The state of a topic has changed, and is written. `readAt` says when OCI was read. */
  Type.Object({ is: Type.Literal('topic-read'), topic: text, readAt: text }),
  /** An act has changed what the topic shows. */
  Type.Object({ is: Type.Literal('topic-stale'), topic: text }),
  /** An act has changed the place; null: any place of the noun. */
  Type.Object({ is: Type.Literal('place-stale'), noun: text, place: Type.Union([place, Type.Null()]) }),
  /** A page about a thing in the place is open. */
  Type.Object({ is: Type.Literal('place-attended'), place }),
  /** These leases are free, so that a replica that waits for one may take it. */
  Type.Object({ is: Type.Literal('leases-released'), names: Type.Array(text) }),
  /** A person has signed out. The hash is the one that the store has. */
  Type.Object({ is: Type.Literal('session-ended'), idHash: text }),
  /** An account was deleted, or its role changed. */
  Type.Object({ is: Type.Literal('account-changed'), userId: text }),
  /** The circuit of a host has opened or closed. */
  Type.Object({
    is: Type.Literal('circuit'),
    host: text,
    service: text,
    state: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
  }),
])
export type Message = Static<typeof Message>

export type MessageOf<Kind extends Message['is']> = Extract<Message, { is: Kind }>

/** The tables that have heads, beside the nouns of the inventory. */
export type HeadName = 'ledger' | 'log-lines'

/** Null for a message of another version that this one does not know. */
export function parseMessage(json: string): Message | null {
  try {
    const message: unknown = JSON.parse(json)
    return Value.Check(Message, message) ? message : null
  } catch {
    return null
  }
}
