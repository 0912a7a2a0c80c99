import type { Role } from '@gatehouse/contract'
import { oneReplica } from '../replicas/one-replica.ts'
import type { Channel } from '../replicas/replicas.ts'
import type { Store } from '../store/store.ts'
import { sessionIdHash } from './session-id.ts'

/** One open event stream, and who it was opened for. */
export interface OpenStream {
  sessionId: string
  userId: string
  role: Role
  end: () => void
}

/** The event streams of this process. A stream ends with its session, its account, or a change of the account's role. */
export interface OpenStreams {
  /** Registers a stream. Call the result when it has closed. */
  add(stream: OpenStream): () => void
  /**
   * Ends the streams of a session or an account at once, on all replicas. The one entry point for all that ends them: signing
   * out, signing in as another person, and a change of an account.
   */
  end(whose: { sessionId: string } | { userId: string }): void
  close(): void
}

export interface StreamsLog {
  error(details: object, message: string): void
}

interface OpenStreamsOptions {
  store: Store
  channel?: Channel
  log: StreamsLog
  now?: (() => number) | undefined
  /** The interval of the check for sessions that have expired, or that another process has ended. */
  checkMs?: number
}

/** Failed checks in a row until all streams end, because it is unknown who may still read. */
const failedChecks = 15

/** SQLite takes 32,766 parameters in a statement. */
const sessionsPerQuery = 1_000

export function createOpenStreams(options: OpenStreamsOptions): OpenStreams {
  const { store, channel = oneReplica().channel, log, now = Date.now, checkMs = 2_000 } = options
  const open = new Map<OpenStream, string>()
  let checking: NodeJS.Timeout | undefined
  let failures = 0

  /** Schedules the next check, if a stream is open and none is scheduled. */
  function schedule() {
    if (checking || open.size === 0) return
    checking = setTimeout(() => {
      void check().finally(() => {
        checking = undefined
        schedule()
      })
    }, checkMs)
    checking.unref()
  }

  /** One check serves all streams, so that its cost does not grow with the tabs of a person. */
  async function check() {
    try {
      const checked = [...open]
      const valid = await validSessions(store, [...new Set(open.values())], now())
      failures = 0
      for (const [stream, hash] of checked) {
        const session = valid.get(hash)
        if (session?.userId !== stream.userId || session.role !== stream.role) endOne(stream)
      }
    } catch (error) {
      failures += 1
      log.error({ err: error, failures }, 'The sessions of open event streams could not be checked')
      if (failures >= failedChecks) for (const stream of open.keys()) endOne(stream)
    }
  }

  function endOne(stream: OpenStream) {
    open.delete(stream)
    stream.end()
  }

  function endOf(isTheirs: (stream: OpenStream, idHash: string) => boolean) {
    for (const [stream, idHash] of open) if (isTheirs(stream, idHash)) endOne(stream)
  }

  const endOfSession = (idHash: string) => endOf((_stream, hash) => hash === idHash)
  const endOfAccount = (userId: string) => endOf((stream) => stream.userId === userId)

  const unsubscribe = [
    channel.on('session-ended', ({ idHash }) => endOfSession(idHash)),
    channel.on('account-changed', ({ userId }) => endOfAccount(userId)),
  ]

  return {
    add(stream) {
      open.set(stream, sessionIdHash(stream.sessionId))
      schedule()
      return () => open.delete(stream)
    },
    end(whose) {
      if ('userId' in whose) {
        endOfAccount(whose.userId)
        channel.send({ is: 'account-changed', userId: whose.userId })
        return
      }
      const idHash = sessionIdHash(whose.sessionId)
      endOfSession(idHash)
      channel.send({ is: 'session-ended', idHash })
    },
    close() {
      clearTimeout(checking)
      for (const stop of unsubscribe) stop()
      for (const stream of open.keys()) endOne(stream)
    },
  }
}

/** Whose the sessions are, by the hash of their id. Without those that have expired or whose account is gone. */
async function validSessions({ db }: Store, hashes: readonly string[], nowMs: number) {
  const valid = new Map<string, { userId: string; role: Role }>()
  for (let start = 0; start < hashes.length; start += sessionsPerQuery) {
    const rows = await db
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select(['sessions.id_hash', 'users.id', 'users.role'])
      .where('sessions.id_hash', 'in', hashes.slice(start, start + sessionsPerQuery))
      .where('sessions.expires_at', '>', new Date(nowMs).toISOString())
      .execute()
    for (const { id_hash: hash, id, role } of rows) valid.set(hash, { userId: id, role })
  }
  return valid
}
