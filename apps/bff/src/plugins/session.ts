import fastifyCookie from '@fastify/cookie'
import fastifySession from '@fastify/session'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Access } from '@gatehouse/contract'
import type { OpenStreams } from '../access/open-streams.ts'
import type { Person } from '../access/person.ts'
import { Problem } from '../problem.ts'
import type { Store } from '../store/store.ts'
import { findUser } from '../users/users.ts'
import { StoredSessions } from './session-store.ts'

declare module 'fastify' {
  interface Session {
    userId: string
    signedInMs: number
    /** When it was last used, to the minute. */
    touchedMs: number
  }

  interface FastifyRequest {
    /** The person who is signed in. Throws the Problem `not_signed_in` when there is none. */
    readonly user: Person
    /** The person who is signed in, or null. */
    signedIn: Person | null
  }

  interface FastifyContextConfig {
    /** Who may call; set from the route's `permission`. */
    permission?: Access
  }
}

export interface SessionOptions {
  store: Store
  secret: string
  idleMs: number
  absoluteMs: number
  /** The console is served over https: the cookie is Secure and bound to the host. */
  secure: boolean
  now?: () => number
}

/** `touchedMs` is written at most this often, so that not every request writes to the disk. */
const touchEveryMs = 60_000

const sweepEveryMs = 10 * 60_000

/** Browsers refuse a `__Host-` cookie that another host or path has set. The prefix needs Secure. (RFC 6265bis 4.1.3) */
const cookieName = (secure: boolean) => (secure ? '__Host-gatehouse' : 'gatehouse')

/** Reads the signed-in person of each request, from a cookie that names a session in the store. */
export const session = fp(
  async (app: FastifyInstance, { store, secret, idleMs, absoluteMs, secure, now = Date.now }: SessionOptions) => {
    const sessions = new StoredSessions(store, { idleMs, absoluteMs, now })
    await app.register(fastifyCookie)
    await app.register(fastifySession, {
      secret,
      store: sessions,
      cookieName: cookieName(secure),
      // Without an age, the browser deletes the cookie when it closes. The session store decides when the session expires.
      cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure },
      saveUninitialized: false,
      rolling: false,
    })

    app.decorateRequest('signedIn', null)
    app.decorateRequest('user', {
      getter(this: FastifyRequest) {
        if (!this.signedIn) throw notSignedIn()
        return this.signedIn
      },
    })
    app.addHook('onRequest', async (request) => {
      const { userId } = request.session
      if (!userId) return
      request.signedIn = await findUser(store, userId)
      if (now() - request.session.touchedMs > Math.min(touchEveryMs, idleMs / 4)) request.session.touchedMs = now()
    })

    const sweeping = setInterval(() => {
      sessions.sweep().catch((error: unknown) => app.log.error(error, 'Expired sessions could not be deleted'))
    }, sweepEveryMs)
    sweeping.unref()
    app.addHook('onClose', () => clearInterval(sweeping))
  },
  { name: 'session' },
)

export const notSignedIn = () => new Problem('not_signed_in', 'You are not signed in, or your session has ended.')

/**
 * Begins a session of this person under a new id, so that an id known before signing in is useless (session fixation).
 * The earlier session of this browser ends, with its streams.
 */
export async function beginSession(
  request: FastifyRequest,
  streams: OpenStreams,
  person: Person,
  nowMs: number,
): Promise<void> {
  const { sessionId } = request.session
  await request.session.regenerate()
  streams.end({ sessionId })
  request.session.userId = person.id
  request.session.signedInMs = nowMs
  request.session.touchedMs = nowMs
  request.signedIn = person
}

/** Deletes the session from the store and its cookie from the browser, and ends its streams. */
export async function endSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { streams, secure }: { streams: OpenStreams; secure: boolean },
): Promise<void> {
  const { sessionId } = request.session
  await request.session.destroy()
  streams.end({ sessionId })
  request.signedIn = null
  reply.clearCookie(cookieName(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure })
}
