import { Problem } from '../problem.ts'
import type { Leases } from '../replicas/replicas.ts'

/** Runs tasks with the same key one after another, on all replicas. */
export interface Queues {
  /**
   * Runs the task after all earlier ones with its key; at once without a key. Throws a Problem `conflict`, without running
   * the task, when it waited longer than `withinMs`.
   */
  run<T>(key: string | null, withinMs: number, task: () => Promise<T>): Promise<T>
}

export const createQueues = (leases: Pick<Leases, 'acquire'>): Queues => ({
  async run(key, withinMs, task) {
    if (key === null) return task()
    const lease = await leases.acquire(`subject/${key}`, withinMs)
    if (!lease) throw new Problem('conflict', 'Another decision on it is still being sent. Nothing was sent for yours.')
    try {
      return await task()
    } finally {
      lease.release()
    }
  },
})
