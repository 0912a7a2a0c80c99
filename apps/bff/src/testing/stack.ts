import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@gatehouse/contract'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { startGatehouse, type Gatehouse, type GatehouseOptions } from '../index.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Services } from '../services.ts'
import type { StoreTarget } from '../store/store.ts'
import { database } from './database.ts'

export interface Stack extends Gatehouse {
  sandbox: Sandbox
  services: Services
  dataFolder: string
  /** A browser that is signed in as that role's demo account; signed out without a role. */
  signIn(role?: Role): Promise<Browser>
}

export interface StackOptions extends Partial<Omit<GatehouseOptions, 'dataFolder'>> {
  /** Where the store is, for a second stack on it. A new place by default, which closing deletes. */
  place?: StoreTarget
}

/** Sends requests as a browser does: with its cookie, from the console's own origin. */
export interface Browser {
  cookie: string | undefined
  inject(
    options: InjectOptions & { method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' },
  ): Promise<LightMyRequestResponse>
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, body: object): Promise<LightMyRequestResponse>
}

/**
 * The whole BFF on a sandbox of its own that stands still, with a store of its own. Close it in `afterAll`, or
 * `await using stack = await startStack()`. It does not listen unless asked to: `inject` needs no port.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack & AsyncDisposable> {
  const { place = await database.create(), ...rest } = options
  const dataFolder = typeof place === 'string' ? place : await mkdtemp(join(tmpdir(), 'gatehouse-bff-'))
  const env = { ...database.environment(place), ...options.env }
  const gatehouse = await startGatehouse({ listen: false, ...rest, dataFolder, env })
  const { app, sandbox, demoPassword } = gatehouse
  if (!sandbox) throw new Error('The stack of a test runs on a sandbox.')

  const close = async () => {
    await gatehouse.close()
    if (typeof place !== 'string') await rm(dataFolder, { recursive: true, force: true })
    if (options.place === undefined) await database.remove(place)
  }

  return {
    ...gatehouse,
    sandbox,
    dataFolder,
    close,
    [Symbol.asyncDispose]: close,
    async signIn(role) {
      const browser = createBrowser(app)
      if (role === undefined) return browser
      const reply = await browser.post('/api/session', { name: role, password: demoPassword ?? '' })
      if (reply.statusCode !== 200) throw new Error(`Signing in as ${role} failed: ${reply.body}`)
      return browser
    },
  }
}

export function createBrowser(app: Gatehouse['app']): Browser {
  const browser: Browser = {
    cookie: undefined,
    async inject(options) {
      const headers: InjectOptions['headers'] = {
        'sec-fetch-site': 'same-origin',
        ...(browser.cookie === undefined ? {} : { cookie: browser.cookie }),
        ...options.headers,
      }
      const reply = await app.inject({ ...options, headers })
      for (const { name, value } of reply.cookies) browser.cookie = value === '' ? undefined : `${name}=${value}`
      return reply
    },
    get: (url) => browser.inject({ method: 'GET', url }),
    post: (url, body) => browser.inject({ method: 'POST', url, body }),
  }
  return browser
}
