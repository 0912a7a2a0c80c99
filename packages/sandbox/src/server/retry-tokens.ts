import { invalidatedRetryToken } from '../fault.ts'
import type { World } from '../world/world.ts'
import type { WireReply } from './reply.ts'

/** How long OCI remembers a retry token. */
const rememberedMs = 24 * 3_600_000

/** An answer that was given, and what was asked for. */
export interface GivenAnswer {
  request: string
  reply: WireReply
  /** By the sandbox's clock. */
  atMs: number
  createdId?: string
}

/** Answers already given, by caller, operation and retry token. */
export interface RetryTokens {
  /**
   * The answer of the first call with this token, if there was one. Throws InvalidatedRetryToken when that was another
   * request, or when what it made is gone.
   */
  find(key: string, request: string): WireReply | undefined
  remember(key: string, request: string, reply: WireReply, createdId?: string): void
  /** All that is remembered, oldest first, to be given to others later. */
  entries(): [key: string, given: GivenAnswer][]
}

/** Measured by the sandbox's clock, so that moving it forgets them. */
export function createRetryTokens(world: World, before: readonly [string, GivenAnswer][] = []): RetryTokens {
  const given = new Map(before)
  return {
    find(key, request) {
      const first = given.get(key)
      if (!first || first.atMs + rememberedMs <= world.clock.ms()) return undefined
      if (first.request !== request)
        throw invalidatedRetryToken('The opc-retry-token was used before with another request')
      if (first.createdId && isGone(world, first.createdId))
        throw invalidatedRetryToken('What was made with this opc-retry-token has been deleted since')
      return first.reply
    },
    remember(key, request, reply, createdId) {
      const atMs = world.clock.ms()
      // the oldest come first
      for (const [old, { atMs: oldMs }] of given) {
        if (oldMs + rememberedMs > atMs) break
        given.delete(old)
      }
      given.delete(key)
      given.set(key, { request, reply, atMs, ...(createdId === undefined ? {} : { createdId }) })
    },
    entries: () => [...given],
  }
}

function isGone(world: World, id: string) {
  const wire = world.rows.get(id)?.wire
  return (
    !wire || ('lifecycleState' in wire && (wire.lifecycleState === 'DELETED' || wire.lifecycleState === 'DELETING'))
  )
}
