import type { ServiceId } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'

/** The rooms that show things of a service: the first parts of their query keys. */
const rooms: Record<ServiceId, readonly string[]> = {
  desktops: ['desktop-pools', 'desktops', 'work-requests', 'activity'],
  'operator-access-control': ['access-requests', 'activity'],
  'delegate-access-control': ['access-requests', 'work-requests', 'activity'],
}

/** What an act on a thing of that service makes out of date. */
export const touchedBy = (service: ServiceId): readonly string[] => rooms[service]

/** Every room but the session. */
export const everything: readonly string[] = ['*']

/**
 * Reads rooms again in the background. While a read runs, whatever is asked for is gathered and read once after it. The
 * promise is for tests: it resolves when nothing is left to read, and never rejects.
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

/** Marks the queries of these rooms as out of date and reads those on screen again. */
export const invalidateRooms = (client: QueryClient) => (wanted: ReadonlySet<string>) =>
  client.invalidateQueries({
    predicate: ({ queryKey: [room] }) => room !== 'session' && (wanted.has('*') || wanted.has(String(room))),
  })
