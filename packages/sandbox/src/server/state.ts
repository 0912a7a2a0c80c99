import { randomBytes } from 'node:crypto'
import type { OperationId } from '@gatehouse/oci-api'
import { seedServices, startLife } from '../services/index.ts'
import { createWorld } from '../world/create-world.ts'
import type { World, WorldOptions } from '../world/world.ts'
import type { Faults } from './faults.ts'
import { createFaults } from './faults.ts'
import type { KeyRing } from './keys.ts'
import { createKeyRing } from './keys.ts'
import type { PageTokens } from './page-tokens.ts'
import { createPageTokens } from './page-tokens.ts'
import type { RetryTokens } from './retry-tokens.ts'
import { createRetryTokens } from './retry-tokens.ts'

export type SandboxOptions = Partial<Omit<WorldOptions, 'size'>> & { size?: Partial<WorldOptions['size']> }

/** What a running sandbox knows beyond a single call. */
export interface SandboxState {
  readonly world: World
  readonly keys: KeyRing
  readonly faults: Faults
  /** How often each operation was called, whatever came of it. */
  readonly calls: Map<OperationId, number>
  readonly retryTokens: RetryTokens
  readonly pageTokens: PageTokens
  readonly log: ErrorLog
  /** Begins again with the world as it was at the start, without faults and counts. Keys and tokens stay good. */
  reset(): void
}

/** Hears of errors in the sandbox itself. */
export interface ErrorLog {
  error(details: object, message: string): void
}

export function createState(options: SandboxOptions, log: ErrorLog): SandboxState {
  const begin = () => {
    const world = createWorld(options, (err) => log.error({ err }, 'What fell due in the sandbox failed'))
    seedServices(world)
    if (world.options.life) startLife(world)
    return { world, faults: createFaults(world.options.seed), retryTokens: createRetryTokens(world) }
  }
  let current = begin()
  const calls = new Map<OperationId, number>()
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
    keys: createKeyRing(),
    pageTokens: createPageTokens(randomBytes(32)),
    log,
    reset() {
      current.world.clock.stop()
      current = begin()
      calls.clear()
    },
  }
}
