import { invalidatedRetryToken } from '../fault.ts'
import type { World } from '../world/world.ts'
import type { WireReply } from './reply.ts'

/** How long OCI remembers a retry token. */
const rememberedMs = 24 * 3_600_000

/** Answers already given, by caller, operation and retry token. */
export interface RetryTokens {
  /**
   * The answer of the first call with this token, if there was one. Throws InvalidatedRetryToken when that was another
   * request, or when what it made is gone.
   */
  find(key: string, request: string): WireReply | undefined
  remember(key: string, request: string, reply: WireReply, createdId?: string): void
}

/** Measured by the sandbox's clock, so that moving it forgets them. */
export function createRetryTokens(world: World): RetryTokens {
  const given = new Map<string, { request: string; reply: WireReply; createdId?: string }>()
  return {
    find(key, request) {
      const first = given.get(key)
      if (!first) return undefined
      if (first.request !== request)
        throw invalidatedRetryToken('The opc-retry-token was used before with another request')
      if (first.createdId && isGone(world, first.createdId))
        throw invalidatedRetryToken('What was made with this opc-retry-token has been deleted since')
      return first.reply
    },
    remember(key, request, reply, createdId) {
      given.set(key, { request, reply, createdId })
      world.clock.after(rememberedMs, () => given.delete(key))
    },
  }
}

function isGone(world: World, id: string) {
  const wire = world.rows.get(id)?.wire
  return (
    !wire || ('lifecycleState' in wire && (wire.lifecycleState === 'DELETED' || wire.lifecycleState === 'DELETING'))
  )
}
