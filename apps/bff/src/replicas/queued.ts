import type { Lease, Leases } from './replicas.ts'

/** Callers in one process that acquire the same lease get it one after another, first in, first out. */
export function queued(acquire: Leases['acquire']): Leases['acquire'] {
  /** The waiting callers of each acquired lease, by its name. */
  const queues = new Map<string, Set<() => void>>()

  async function enter(name: string, withinMs: number): Promise<boolean> {
    const queue = queues.get(name)
    if (!queue) {
      queues.set(name, new Set())
      return true
    }
    if (withinMs <= 0) return false
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const resume = () => {
      clearTimeout(timer)
      resolve(true)
    }
    const timer = setTimeout(() => {
      queue.delete(resume)
      resolve(false)
    }, withinMs)
    queue.add(resume)
    return promise
  }

  function leave(name: string) {
    const queue = queues.get(name)
    const [next] = queue ?? []
    if (!queue || !next) {
      queues.delete(name)
      return
    }
    queue.delete(next)
    next()
  }

  return async (name, withinMs = 0) => {
    const untilMs = performance.now() + withinMs
    if (!(await enter(name, withinMs))) return null
    let lease: Lease | null = null
    try {
      lease = await acquire(name, Math.max(0, untilMs - performance.now()))
    } finally {
      if (!lease) leave(name)
    }
    return lease && leavingQueue(lease, () => leave(name))
  }
}

function leavingQueue(lease: Lease, leave: () => void): Lease {
  let isReleased = false
  return {
    isHeld: () => lease.isHeld(),
    release() {
      if (isReleased) return
      isReleased = true
      lease.release()
      leave()
    },
  }
}
