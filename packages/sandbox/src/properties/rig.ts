import type { KeyObject } from 'node:crypto'
import { generateKeyPairSync } from 'node:crypto'
import * as fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import type { Sandbox } from '../index.ts'
import { buildApp } from '../server/app.ts'
import type { SandboxOptions, SandboxState } from '../server/state.ts'
import { createState } from '../server/state.ts'
import { handlers } from '../services/index.ts'
import { signedHeaders } from '../testing-client.ts'
import type { UserName } from '../world/seed/tenancy.ts'
import type { World } from '../world/world.ts'

/** A call as it goes over the wire, signed by `user` (the administrator unless named). */
export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path and query, escaped. */
  target: string
  /** As it is sent. */
  body?: string
  headers?: Record<string, string>
  user?: UserName
  contentType?: string
}

export interface WireAnswer {
  status: number
  headers: Record<string, string>
  /** Parsed, if it is JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- answers of every operation, good and bad
  body: any
}

/** A whole sandbox without a socket, for thousands of calls. */
export interface Rig {
  readonly world: World
  readonly state: SandboxState
  call(request: WireRequest): Promise<WireAnswer>
  /** What the sandbox logged as a failure of its own. */
  readonly failures: unknown[]
  close(): Promise<void>
}

const host = '127.0.0.1'

// the same cases each time, so that the gate says the same twice; another seed looks elsewhere
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_122) })

/** A small world in which nothing happens by itself, unless the options say otherwise. */
export async function createRig(options: SandboxOptions = {}): Promise<Rig> {
  const failures: unknown[] = []
  const size = { pools: 12, desktops: 60, accessRequests: 40, workRequests: 24, ...options.size }
  const log = { error: (details: object) => void failures.push(details) }
  const state = createState({ life: false, paceMs: 60_000, ...options, size }, log)
  const app = await buildApp(state, handlers)
  const signers = signersOf(state)
  return {
    get world() {
      return state.world
    },
    state,
    failures,
    call: (request) => inject(app, signers, request),
    async close() {
      state.world.clock.stop()
      await app.close()
    },
  }
}

interface Signers extends Pick<Sandbox, 'users' | 'tenancyId'> {
  privateKey: KeyObject
}

/** One key for all users, and a short one: the sandbox does not mind, and signing is most of what a call costs here. */
function signersOf({ world, keys }: SandboxState): Signers {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const users = [...world.users.values()].map(({ id, name }) => ({
    id,
    name,
    fingerprint: keys.add(id, publicKey),
    privateKeyPem: () => '',
    profile: name,
  }))
  return { users, tenancyId: world.tenancyId, privateKey }
}

async function inject(app: FastifyInstance, signers: Signers, request: WireRequest): Promise<WireAnswer> {
  const { method, target, body = '', user = 'administrator', contentType } = request
  const faulty = { privateKey: signers.privateKey, ...(contentType === undefined ? {} : { contentType }) }
  const url = new URL(`http://${host}${target}`)
  // a URL may write the path in another way than it was given, and the sandbox sees what was given
  const signed = { href: url.origin + target, origin: url.origin, host: url.host }
  const headers = signedHeaders(signers, { user, faulty }, method, signed, body)
  const answer = await app.inject({
    method,
    url: target,
    headers: { ...headers, ...request.headers },
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: body }),
  })
  return {
    status: answer.statusCode,
    headers: answer.headers as Record<string, string>, // the sandbox sends none twice
    body: /json/.test(String(answer.headers['content-type'])) && answer.payload !== '' ? answer.json() : undefined,
  }
}
