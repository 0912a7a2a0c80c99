import { Problem } from '../problem.ts'
import type { Lease, Leases } from '../replicas/replicas.ts'

/**
 * Which replica acts on an attempt:
 *
 * - The lease of its turn is held while it is sent, resent, or its effect is read and recorded, so that these never happen
 *   at once.
 * - The lease of its following is held by one replica until the attempt is settled. When that replica dies, another one takes
 *   it over.
 */
export interface AttemptLeases {
  /** Null when another replica has the turn for longer than `withinMs`. Throws a Problem when the store cannot be reached. */
  turn(attemptId: string, withinMs: number): Promise<Lease | null>
  /** Whether this replica follows the attempt from now on. False when another one does. */
  follow(attemptId: string): Promise<boolean>
  isFollowed(attemptId: string): boolean
  unfollow(attemptId: string): void
}

export function createAttemptLeases(leases: Pick<Leases, 'acquire'>): AttemptLeases {
  const followed = new Map<string, Promise<Lease | null>>()
  const held = new Map<string, Lease>()

  async function acquire(attemptId: string): Promise<Lease | null> {
    try {
      const lease = await leases.acquire(`following/${attemptId}`)
      if (lease) held.set(attemptId, lease)
      return lease
    } finally {
      followed.delete(attemptId)
    }
  }

  const isFollowed = (attemptId: string) => held.get(attemptId)?.isHeld() ?? false

  function unfollow(attemptId: string) {
    held.get(attemptId)?.release()
    held.delete(attemptId)
  }

  return {
    async turn(attemptId, withinMs) {
      try {
        return await leases.acquire(`attempt/${attemptId}`, withinMs)
      } catch (cause) {
        throw new Problem('unavailable', 'The database cannot be reached, so nothing was done.', { cause })
      }
    },
    async follow(attemptId) {
      if (isFollowed(attemptId)) return true
      // A lease that was lost is asked for again.
      unfollow(attemptId)
      const acquiring = followed.get(attemptId) ?? acquire(attemptId)
      followed.set(attemptId, acquiring)
      // An attempt that is not followed now is found by the next search for such attempts.
      return (await acquiring.catch(() => null)) !== null
    },
    isFollowed,
    unfollow,
  }
}
