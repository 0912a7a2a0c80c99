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
  /** Closes all connections, each after its last query. */
  close(): Promise<void>
}

/** Opens connections when they are needed, and keeps them. A broken connection is replaced. */
export function createPool<Connection>({ size, open, isUsable, close }: PoolOptions<Connection>): Pool<Connection> {
  const all = new Set<Connection>()
  const idle: Connection[] = []
  const waiting: PromiseWithResolvers<Connection>[] = []
  /** Connections that are open or being opened. */
  let count = 0

  async function openOne(): Promise<Connection> {
    count += 1
    try {
      const connection = await open()
      all.add(connection)
      return connection
    } catch (error) {
      count -= 1
      openForNext()
      throw error
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
      await Promise.all([...all].map(close))
    },
  }
}
