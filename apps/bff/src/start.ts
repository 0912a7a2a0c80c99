import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { DestinationStream } from 'pino'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { keptSecret, storedSecret } from './kept-secret.ts'
import type { ConnectionOptions } from './keyring/create-keyring.ts'
import { readConnections } from './keyring/read-connections.ts'
import { createLogger } from './logger.ts'
import { openServices, type Tuning } from './open-services.ts'
import { isLoopback } from './plugins/origin.ts'
import type { Sandbox } from './sandbox.ts'
import type { Services } from './services.ts'
import { demoAccounts, prepareDemoAccounts, removeDemoAccounts } from './users/demo-accounts.ts'
import { countUsers } from './users/users.ts'

/** A running Gatehouse. */
export interface Gatehouse {
  /** Its address for browsers: `http://localhost:7070`. */
  url: string
  /** The address of the embedded sandbox; null without one. */
  sandbox: Sandbox | null
  /** The password of the demo accounts; null without any. */
  demoPassword: string | null
  /** There are no accounts, so an administrator must create one first. */
  needsFirstAdmin: boolean
  app: FastifyInstance
  services: Services
  /** Closes the server, including open streams. */
  close(): Promise<void>
}

export interface StartOptions extends Tuning {
  /** Replaces standard output as the target of the log. */
  logStream?: DestinationStream
  /** False builds everything and does not listen: for `app.inject`. */
  listen?: boolean
}

/**
 * Starts everything in this process: the sandbox if no connection is configured, the store, the server. Rejects with an
 * error whose message is a sentence for the operator.
 */
export async function startFromConfig(config: Config, options: StartOptions = {}): Promise<Gatehouse> {
  const log = createLogger(config.logLevel, options.logStream)
  const toClose: (() => Promise<void>)[] = []
  const close = async () => {
    // Close in reverse order of opening.
    for (const closeOne of toClose.splice(0).toReversed()) await closeOne()
  }
  try {
    const { sandbox, connections } = await reach(config.oci)
    if (sandbox) toClose.push(() => sandbox.close())

    const services = await openServices(config, connections, log, options)
    toClose.push(() => services.close())
    const secret = await sessionSecret(config, services)
    const demoPassword = await demoPasswordFor(config, services)

    const app = await buildApp(services, {
      log,
      secret,
      now: options.now,
      offer: { demoAccounts: demoPassword === null ? null : [...demoAccounts], sandbox: sandbox !== null },
    })
    toClose.push(() => app.close())
    // Before the first request: an act that this process sends must not count as left by an earlier one.
    await services.acts.resume()
    if (options.listen === false) await app.ready()
    else await listen(app, config)

    return {
      url: config.server.publicUrl?.origin ?? urlOf(app, config),
      sandbox,
      demoPassword,
      needsFirstAdmin: demoPassword === null && (await countUsers(services.store)) === 0,
      app,
      services,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The connections, and the embedded sandbox if there are none. The sandbox's code is loaded only then. */
async function reach(oci: Config['oci']): Promise<{ sandbox: Sandbox | null; connections: ConnectionOptions[] }> {
  if (oci.kind === 'tenancy') return { sandbox: null, connections: await readConnections(oci) }
  const { connectionsOfSandbox, startEmbeddedSandbox } = await import('./sandbox.ts')
  const sandbox = await startEmbeddedSandbox(oci)
  return { sandbox, connections: connectionsOfSandbox(sandbox) }
}

/** Given, or made at the first start and kept: in the data folder, or in the database that replicas share. */
async function sessionSecret({ session, store: target, dataFolder }: Config, { store }: Services): Promise<string> {
  if (session.secret !== null) return session.secret
  const make = () => randomBytes(32).toString('base64url')
  return typeof target === 'string'
    ? keptSecret(join(dataFolder, 'session-secret'), make)
    : storedSecret(store, 'session', make)
}

/** Demo accounts exist only with an embedded sandbox and a server on loopback. */
async function demoPasswordFor({ oci, server, dataFolder }: Config, { store }: Services): Promise<string | null> {
  if (oci.kind === 'sandbox' && isLoopback(server.host)) return prepareDemoAccounts(store, dataFolder)
  await removeDemoAccounts(store)
  return null
}

async function listen(app: FastifyInstance, { server: { host, port } }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new Error(
        `Port ${port} on ${host} is taken. End the program that uses it, or choose another with GATEHOUSE_PORT.`,
        { cause: error },
      )
    if (code === 'EACCES')
      throw new Error(`Port ${port} may not be used by this user. Choose one above 1023 with GATEHOUSE_PORT.`, {
        cause: error,
      })
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Error(`This machine has no address "${host}" to listen on. Correct GATEHOUSE_HOST.`, { cause: error })
    throw error
  }
}

function urlOf(app: FastifyInstance, { server: { host } }: Config): string {
  const address = app.server.address() as AddressInfo | null // we listen on TCP only
  const port = address?.port ?? 0
  return `http://${isLoopback(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
}
