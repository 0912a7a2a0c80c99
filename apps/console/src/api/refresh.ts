import type { ServiceId } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'

/** The rooms that show data of a service: the first part of their query keys. */
const rooms: Record<ServiceId, readonly string[]> = {
  desktops: ['desktop-pools', 'desktops', 'work-requests', 'overview', 'activity'],
  'operator-access-control': ['access-requests', 'overview', 'activity'],
  'delegate-access-control': ['access-requests', 'work-requests', 'overview', 'activity'],
}

/** The rooms that an act on this service makes stale. */
export const touchedBy = (service: ServiceId): readonly string[] => rooms[service]

/** Every room but the session. */
export const everything: readonly string[] = ['*']

/**
 * Refetches rooms in the background. Rooms requested during a refetch are collected and refetched once after it. The
 * promise is for tests: it resolves when nothing is pending, and never rejects.
 */
export function createRefresh(read: (rooms: ReadonlySet<string>) => Promise<unknown>) {
  let pending = new Set<string>()
  let reading: Promise<void> | undefined

  async function readAll() {
    while (pending.size > 0) {
      const now = pending
      pending = new Set()
      await read(now).catch(() => {}) // each query keeps its own error
    }
    reading = undefined
  }

  return (wanted: readonly string[]): Promise<void> => {
    for (const room of wanted) pending.add(room)
    return (reading ??= readAll())
  }
}

/** Invalidates the queries of these rooms and refetches the active ones. */
export const invalidateRooms = (client: QueryClient) => (wanted: ReadonlySet<string>) =>
  client.invalidateQueries({
    predicate: ({ queryKey: [room] }) => room !== 'session' && (wanted.has('*') || wanted.has(String(room))),
  })
