import type { Lease, Leases } from './replicas.ts'

/** The callers in one process that want the same lease get it one after another, in the order in which they asked. */
export function inLine(acquire: Leases['acquire']): Leases['acquire'] {
  /** Those who wait, by the names that are taken. */
  const lines = new Map<string, Set<() => void>>()

  async function enter(name: string, withinMs: number): Promise<boolean> {
    const line = lines.get(name)
    if (!line) {
      lines.set(name, new Set())
      return true
    }
    if (withinMs <= 0) return false
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const callUp = () => {
      clearTimeout(timer)
      resolve(true)
    }
    const timer = setTimeout(() => {
      line.delete(callUp)
      resolve(false)
    }, withinMs)
    line.add(callUp)
    return promise
  }

  function leave(name: string) {
    const line = lines.get(name)
    const [next] = line ?? []
    if (!line || !next) {
      lines.delete(name)
      return
    }
    line.delete(next)
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
    return lease && leavingLine(lease, () => leave(name))
  }
}

function leavingLine(lease: Lease, leave: () => void): Lease {
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
