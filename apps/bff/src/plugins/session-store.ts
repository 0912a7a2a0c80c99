import { callbackify } from 'node:util'
import type { SessionStore } from '@fastify/session'
import type { Session } from 'fastify'
import { sessionIdHash } from '../access/session-id.ts'
import type { Store } from '../store/store.ts'

export interface SessionRules {
  /** A session expires after this time without a request, in milliseconds. */
  idleMs: number
  /** A session expires this long after signing in, in milliseconds, whether it is used or not. */
  absoluteMs: number
  now: () => number
}

/** Stores sessions. Expired sessions read as missing. Anonymous sessions are not stored. */
export class StoredSessions implements SessionStore {
  readonly #db: Store['db']
  readonly #reader: Store['reader']
  readonly #rules: SessionRules

  constructor({ db, reader }: Store, rules: SessionRules) {
    this.#db = db
    this.#reader = reader
    this.#rules = rules
  }

  set(sessionId: string, session: Session, callback: (error?: unknown) => void): void {
    settle(this.#write(sessionId, session), callback)
  }

  get(sessionId: string, callback: (error: unknown, session?: Session | null) => void): void {
    settle(this.read(sessionId), callback)
  }

  destroy(sessionId: string, callback: (error?: unknown) => void): void {
    settle(this.#db.deleteFrom('sessions').where('id_hash', '=', sessionIdHash(sessionId)).execute(), callback)
  }

  /** The session, or null when it does not exist or has expired. */
  async read(sessionId: string): Promise<Session | null> {
    const row = await this.#reader
      .selectFrom('sessions')
      .select('content')
      .where('id_hash', '=', sessionIdHash(sessionId))
      .where('expires_at', '>', this.#at(0))
      .executeTakeFirst()
    return row ? (JSON.parse(row.content) as Session) : null // `#write` stored it
  }

  /** Deletes expired sessions. */
  async sweep(): Promise<void> {
    await this.#db.deleteFrom('sessions').where('expires_at', '<=', this.#at(0)).execute()
  }

  async #write(sessionId: string, session: Session): Promise<void> {
    if (!session.userId) return
    const { userId, signedInMs, touchedMs } = session
    const { idleMs, absoluteMs } = this.#rules
    const row = {
      user_id: userId,
      content: JSON.stringify({ userId, signedInMs, touchedMs, cookie: session.cookie }),
      expires_at: new Date(Math.min(touchedMs + idleMs, signedInMs + absoluteMs)).toISOString(),
    }
    await this.#db
      .insertInto('sessions')
      .values({ id_hash: sessionIdHash(sessionId), ...row })
      .onConflict((conflict) => conflict.column('id_hash').doUpdateSet(row))
      .execute()
  }

  #at(offsetMs: number): string {
    return new Date(this.#rules.now() + offsetMs).toISOString()
  }
}

/** Calls back once. With `then(ok, fail)`, a callback that throws could be called a second time. */
const settle = <Value>(promise: Promise<Value>, callback: (error: unknown, value?: Value) => void) =>
  callbackify(() => promise)(callback)
