import type { AddressInfo } from 'node:net'
import type { Profile } from './config-file.ts'
import { keyFile, keyInDirectory, writeConfigFile } from './config-file.ts'
import type { Control } from './control/client.ts'
import { createControl } from './control/client.ts'
import { userKey } from './key-pairs.ts'
import { buildApp } from './server/app.ts'
import type { ErrorLog, SandboxOptions, SandboxState } from './server/state.ts'
import { createState } from './server/state.ts'
import { handlers } from './services/index.ts'
import { readSeedFile } from './seed-file/seed-file.ts'
import { keepState } from './state-file/keep.ts'
import { readStateFile } from './state-file/state-file.ts'
import type { World } from './world/world.ts'

export type { Control } from './control/client.ts'
export type { WantedAccessRequest, WantedDecision } from './control/access-requests.ts'
export type { IssuedToken, WantedToken } from './control/tokens.ts'
export type { WantedWorkRequest, WorkError } from './control/work-requests.ts'
export type { FinalStatus } from './world/work.ts'
export { createControl } from './control/client.ts'
export type { CallCounts, TakenCalls } from './server/calls.ts'
export type { PagingFault } from './server/paged.ts'
export type { ActiveFault, FaultRule } from './server/faults.ts'
export type { World } from './world/world.ts'

export interface StartOptions extends Omit<SandboxOptions, 'seeding'> {
  /** 0, the default, takes a free one. */
  port?: number
  /** The address to listen on; the control API answers on loopback only, whatever this is. */
  host?: string
  /** Keys are read from here, or made, and an OCI config file is written beside them. Without it keys live in memory. */
  configDir?: string
  /**
   * The world is kept in this file, now and then and when the sandbox closes, and goes on from there the next time: then
   * its seed and size are what they were, whatever the options say. Without it the world lives in memory.
   */
  stateFile?: string
  /** Sizes, compartments, pools and access requests that a fresh world is to have, in JSON. */
  seedFile?: string
  /** Hears of errors in the sandbox itself; they go to stderr otherwise. */
  logger?: ErrorLog
}

/** An OCI user of the sandbox, with the key to sign as them. */
export interface SandboxUser {
  /** A role: `console`, `approver`, `administrator`, `restricted`. */
  name: string
  id: string
  fingerprint: string
  privateKeyPem: () => string
  /** In the OCI config file: `DEFAULT`, `APPROVER`, … */
  profile: string
}

export interface Sandbox {
  /** `http://127.0.0.1:7071`; also the endpoint of the home region. */
  url: string
  /** To be used as the endpoint of any of the services in that region. */
  endpoint: (region: string) => string
  tenancyId: string
  /** Names, the home region first. */
  regions: string[]
  compartments: { id: string; name: string; parentId: string }[]
  users: SandboxUser[]
  /** What the sandbox knows, to look at from tests in the same process. */
  readonly world: World
  control: Control
  /** The OCI config file, if one was written. */
  configFile?: string
  /** The file that the world is kept in, if it is. */
  stateFile?: string
  /** Whether this world is the one that the file held. */
  isResumed: boolean
  /** Begins again with the world as it was at the start. */
  reset(): void
  /** Ends at once, open connections included. Rejects when the world could not be kept. */
  close(): Promise<void>
}

const profiles: Readonly<Record<string, string>> = { console: 'DEFAULT' }

/**
 * Starts OCI on this machine. Rejects with a sentence that says what to do when the port is taken, or when a file it was
 * given cannot be used.
 */
export async function startSandbox(options: StartOptions = {}): Promise<Sandbox> {
  const { logger = stderr, stateFile, seedFile } = options
  const seeding = seedFile === undefined ? undefined : await readSeedFile(seedFile)
  const before = stateFile === undefined ? undefined : await readStateFile(stateFile)
  const state = createState({ ...options, seeding }, logger, before)
  try {
    return await open(state, options, before !== undefined)
  } catch (error) {
    state.world.clock.stop()
    throw error
  }
}

async function open(state: SandboxState, options: StartOptions, isResumed: boolean): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', configDir, stateFile } = options
  const { world } = state

  const users = await Promise.all(
    [...world.users.values()].map(async ({ id, name }): Promise<SandboxUser> => {
      const key = await (configDir ? keyInDirectory(configDir, name) : userKey(name))
      return {
        id,
        name,
        fingerprint: state.keys.add(id, key.publicKey),
        privateKeyPem: () => key.privateKeyPem,
        profile: profiles[name] ?? name.toUpperCase(),
      }
    }),
  )
  const configFile =
    configDir &&
    (await writeConfigFile(
      configDir,
      users.map((user) => profileOf(user, world, configDir)),
    ))

  const app = await buildApp(state, handlers)
  await app.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    throw cannotListen(error, host, port)
  })
  const keeper = stateFile === undefined ? undefined : keepState(state, stateFile)
  const url = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${(app.server.address() as AddressInfo).port}` // a TCP address

  return {
    url,
    endpoint: (region) => `${url}/${region}`,
    tenancyId: world.tenancyId,
    regions: [...world.regions.keys()],
    compartments: [...world.compartments.values()].map(({ id, wire }) => ({
      id,
      name: wire.name,
      parentId: wire.compartmentId,
    })),
    users,
    get world() {
      return state.world
    },
    control: createControl(url),
    ...(configFile ? { configFile } : {}),
    ...(stateFile ? { stateFile } : {}),
    isResumed,
    reset: () => state.reset(),
    async close() {
      await app.close()
      try {
        await keeper?.close()
      } finally {
        state.world.clock.stop()
      }
    },
  }
}

const profileOf = ({ profile, id, fingerprint, name }: SandboxUser, world: World, configDir: string): Profile => ({
  profile,
  user: id,
  fingerprint,
  tenancy: world.tenancyId,
  region: world.homeRegion,
  keyFile: keyFile(configDir, name),
})

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reason =
    error.code === 'EADDRINUSE'
      ? `port ${port} on ${host} is taken. End the program that uses it, or choose another port`
      : error.message
  return new Error(`The sandbox cannot start: ${reason}.`, { cause: error })
}

const stderr: ErrorLog = {
  error: ({ err, ...details }: { err?: unknown }, message) => {
    const trace = err instanceof Error ? err.stack : String(err)
    process.stderr.write(`${message} ${JSON.stringify(details)}\n${trace}\n`)
  },
}
