import { randomBytes } from 'node:crypto'
import { plant } from '../seed-file/plant.ts'
import type { Seeding } from '../seed-file/seed-file.ts'
import { isMove, seedServices, setMoves, startLife } from '../services/index.ts'
import type { SomeWorldOptions } from '../world/create-world.ts'
import { completed, createWorld } from '../world/create-world.ts'
import { isPastime } from '../world/pastime.ts'
import type { Snapshot } from '../world/snapshot.ts'
import { restoreWorld, writeDown } from '../world/snapshot.ts'
import type { World } from '../world/world.ts'
import type { Calls } from './calls.ts'
import { createCalls } from './calls.ts'
import type { Faults } from './faults.ts'
import { createFaults } from './faults.ts'
import type { KeyRing, WrittenToken } from './keys.ts'
import { createKeyRing } from './keys.ts'
import type { PageTokens } from './page-tokens.ts'
import { createPageTokens } from './page-tokens.ts'
import type { GivenAnswer, RetryTokens } from './retry-tokens.ts'
import { createRetryTokens } from './retry-tokens.ts'

export interface SandboxOptions extends SomeWorldOptions {
  /** What a fresh world is to have beside the usual. */
  seeding?: Seeding
}

/** What a running sandbox knows beyond a single call. */
export interface SandboxState {
  readonly world: World
  readonly keys: KeyRing
  readonly faults: Faults
  readonly calls: Calls
  readonly retryTokens: RetryTokens
  readonly pageTokens: PageTokens
  readonly log: ErrorLog
  /** Begins again with the world as it was at the start, without faults and counts. Keys and tokens stay good. */
  reset(): void
  /** All of it that is to outlive the process, to be turned into text before anything else happens. */
  written(): WrittenState
}

/** Hears of errors in the sandbox itself. */
export interface ErrorLog {
  error(details: object, message: string): void
}

/** What a sandbox leaves to the one that comes after it. Faults and counts end with the process, keys are elsewhere. */
export interface WrittenState {
  world: Snapshot
  /** How many milliseconds the sandbox's time was ahead of the machine's. */
  aheadMs: number
  retryTokens: [key: string, given: GivenAnswer][]
  sessionTokens: WrittenToken[]
  /** What page tokens are sealed with, in base64. */
  pageSecret: string
}

/** With `before` the world goes on where it was; its seed and size are then those of that world. */
export function createState(options: SandboxOptions, log: ErrorLog, before?: WrittenState): SandboxState {
  const onError = (err: unknown) => log.error({ err }, 'What fell due in the sandbox failed')
  // users keep their OCIDs, and with them their keys, when a resumed sandbox is reset
  const { seeding = {}, ...given } = options
  const size = { ...seeding.sizes, ...given.size }
  const beginning = { ...given, size, ...(before && { seed: before.world.seed, size: before.world.size }) }
  const begin = () => {
    const world = createWorld(beginning, onError)
    seedServices(world)
    plant(world, seeding)
    startLife(world)
    setMoves(world, world.options.movesPerMinute)
    return { world, faults: createFaults(world.options.seed), retryTokens: createRetryTokens(world) }
  }
  const resume = ({ world: snapshot, aheadMs, retryTokens }: WrittenState) => {
    const world = resumeWorld(snapshot, aheadMs, options, onError)
    return { world, faults: createFaults(world.options.seed), retryTokens: createRetryTokens(world, retryTokens) }
  }
  let current = before ? resume(before) : begin()
  const calls = createCalls()
  const keys = createKeyRing(before?.sessionTokens)
  const pageSecret = before ? Buffer.from(before.pageSecret, 'base64') : randomBytes(32)
  return {
    get world() {
      return current.world
    },
    get faults() {
      return current.faults
    },
    get retryTokens() {
      return current.retryTokens
    },
    calls,
    keys,
    pageTokens: createPageTokens(pageSecret),
    log,
    reset() {
      current.world.clock.stop()
      current = begin()
      calls.take()
    },
    written: () => ({
      world: writeDown(current.world),
      aheadMs: current.world.clock.ms() - Date.now(),
      retryTokens: current.retryTokens.entries(),
      sessionTokens: keys.tokens(Date.now()),
      pageSecret: pageSecret.toString('base64'),
    }),
  }
}

/** Of a longer absence only the end is gone through; what fell due before happens at its beginning. */
const longestCatchUpMs = 7 * 86_400_000

/**
 * The world as it would be by now: what fell due while nobody was there happens in its order, each at its own moment.
 * Only what makes it lively pauses meanwhile, since nobody was there to see it.
 */
function resumeWorld(
  snapshot: Snapshot,
  aheadMs: number,
  options: SandboxOptions,
  onError: (error: unknown) => void,
): World {
  const { paceMs, life, movesPerMinute } = completed(options)
  const { clock } = snapshot
  const nowMs = Math.max(clock.ms, Date.now() + aheadMs)
  const ms = Math.max(clock.ms, nowMs - longestCatchUpMs)
  const due = clock.due
    .filter(({ what }) => !isPastime(what.errand) && !isMove(what.errand))
    .map((one) => ({ ...one, at: Math.max(one.at, ms) }))
  const pastimes = clock.due.filter(({ what }) => isPastime(what.errand))
  const world = restoreWorld({ ...snapshot, clock: { ...clock, ms, due } }, { paceMs, life, movesPerMinute }, onError)
  world.clock.advance(nowMs - ms)
  setMoves(world, movesPerMinute)
  if (life && pastimes.length === 0) startLife(world)
  if (life) for (const { at, what } of pastimes) world.clock.after(Math.max(0, at - clock.ms), what)
  return world
}
