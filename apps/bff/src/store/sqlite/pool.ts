export interface PoolOptions<Connection> {
  /** The most connections. */
  size: number
  open: () => Promise<Connection>
  isUsable: (connection: Connection) => boolean
  close: (connection: Connection) => Promise<void>
}

export interface Pool<Connection> {
  /** Resolves to a connection for the caller alone. When all are in use, callers wait in order. */
  acquire(): Promise<Connection>
  release(connection: Connection): void
  /**
   * Closes all connections, each after its last query, also those that are being opened. Rejects the callers that wait and
   * later ones.
   */
  close(): Promise<void>
}

/** Opens connections when they are needed, and keeps them. A broken connection is replaced. */
export function createPool<Connection>({ size, open, isUsable, close }: PoolOptions<Connection>): Pool<Connection> {
  const all = new Set<Connection>()
  const idle: Connection[] = []
  const waiting: PromiseWithResolvers<Connection>[] = []
  const opening = new Set<Promise<Connection>>()
  /** Connections that are open or being opened. */
  let count = 0
  let isClosed = false

  async function openOne(): Promise<Connection> {
    if (isClosed) throw closedError()
    count += 1
    const opened = open()
    opening.add(opened)
    try {
      const connection = await opened
      all.add(connection)
      return connection
    } catch (error) {
      count -= 1
      openForNext()
      throw error
    } finally {
      opening.delete(opened)
    }
  }

  /** The next caller in line gets a new connection, or the error of opening it. */
  function openForNext(): void {
    const next = waiting.shift()
    if (next) openOne().then(next.resolve, next.reject)
  }

  function forget(connection: Connection): void {
    all.delete(connection)
    count -= 1
  }

  return {
    async acquire() {
      for (let connection = idle.pop(); connection !== undefined; connection = idle.pop()) {
        if (isUsable(connection)) return connection
        forget(connection)
      }
      if (count < size) return openOne()
      const turn = Promise.withResolvers<Connection>()
      waiting.push(turn)
      return turn.promise
    },

    release(connection) {
      if (!isUsable(connection)) {
        forget(connection)
        openForNext()
        return
      }
      const next = waiting.shift()
      if (next) next.resolve(connection)
      else idle.push(connection)
    },

    async close() {
      isClosed = true
      for (const { reject } of waiting.splice(0)) reject(closedError())
      await Promise.allSettled(opening)
      await Promise.all([...all].map(close))
    },
  }
}

const closedError = () => new Error('The connections to the store are closed.')
