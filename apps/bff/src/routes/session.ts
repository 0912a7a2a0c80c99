import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getSession, signIn, signOut, type Session } from '@gatehouse/contract'
import type { Person } from '../access/person.ts'
import { beginSession, endSession } from '../plugins/session.ts'
import { Problem } from '../problem.ts'
import type { Services } from '../services.ts'
import type { SignInOffer } from '../sign-in-offer.ts'
import { createThrottle } from '../users/throttle.ts'
import { verifyUser } from '../users/users.ts'

export interface SessionRouteOptions extends Services {
  offer: SignInOffer
  secure: boolean
  now: () => number
}

/** Sign-in attempts per address and minute, including successful ones, because each costs a password hash. */
const attemptsPerMinute = 120

export const sessionRoutes: FastifyPluginAsyncTypebox<SessionRouteOptions> = async (app, options) => {
  const { store, keyring, streams, offer, secure, now } = options
  const throttle = createThrottle(store, now)

  const toSession = (person: Person | null): Session => ({
    user: person && { ...person, permissions: [...person.permissions], signers: keyring.signersOf(person) },
    demoAccounts: offer.demoAccounts && [...offer.demoAccounts],
    sandbox: offer.sandbox,
  })

  app.route({ ...getSession, handler: async ({ signedIn }) => toSession(signedIn) })

  app.route({
    ...signIn,
    config: { rateLimit: { max: attemptsPerMinute, timeWindow: '1 minute' } },
    handler: async (request) => {
      const { name, password } = request.body
      if (secure && request.protocol !== 'https') throw plainHttp()
      const waitMs = await throttle.begin(name, request.ip)
      if (waitMs > 0) throw tooManyFailures(waitMs)
      const person = await verifyUser(store, { name, password })
      if (!person) throw new Problem('sign_in_failed', 'The name or the password is wrong.')
      await throttle.succeed(name, request.ip)
      await beginSession(request, streams, person, now())
      return toSession(person)
    },
  })

  app.route({
    ...signOut,
    handler: async (request, reply) => {
      await endSession(request, reply, { streams, secure })
      return toSession(null)
    },
  })

  const sweeping = setInterval(() => {
    throttle.sweep().catch((error: unknown) => app.log.error(error, 'Old sign-in failures could not be deleted'))
  }, 3_600_000)
  sweeping.unref()
  app.addHook('onClose', () => clearInterval(sweeping))
}

function tooManyFailures(waitMs: number): Problem {
  const retryAfterSeconds = Math.ceil(waitMs / 1000)
  return new Problem('too_many_requests', `Too many attempts failed. Try again in ${inTime(retryAfterSeconds)}.`, {
    retryAfterSeconds,
  })
}

const inTime = (seconds: number) =>
  seconds < 120 ? `${seconds} second${seconds === 1 ? '' : 's'}` : `${Math.ceil(seconds / 60)} minutes`

/** Without this error, the browser would silently drop the Secure cookie. */
const plainHttp = () =>
  new Problem(
    'internal',
    'This console is configured for https, but the request came by plain http. The proxy in front must send X-Forwarded-Proto, and be named in GATEHOUSE_TRUST_PROXY.',
  )
