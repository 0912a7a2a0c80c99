/** Gatehouse in this process, for end-to-end tests and benchmarks. */
import { readConfig } from './config.ts'
import { startFromConfig, type Gatehouse, type StartOptions } from './start.ts'

export type { Gatehouse } from './start.ts'
export { verifyLedger, type Verification } from './ledger/verify.ts'

export interface GatehouseOptions extends StartOptions {
  /** 0, the default, takes a free one. */
  port?: number
  /** The folder of the store. */
  dataFolder: string
  sandbox?: {
    /** 0, the default, takes a free one. */
    port?: number
    /** Milliseconds between two steps of a work request. 20. */
    paceMs?: number
    /** Whether it simulates background activity. False. */
    life?: boolean
  }
  /** Further settings, as in the environment. */
  env?: Record<string, string>
}

/** Starts Gatehouse as `pnpm start` does, on free ports, with a sandbox without background activity. */
export function startGatehouse(options: GatehouseOptions): Promise<Gatehouse> {
  const { port = 0, dataFolder, sandbox = {}, env = {}, ...rest } = options
  const config = readConfig({
    GATEHOUSE_PORT: String(port),
    GATEHOUSE_DATA_DIR: dataFolder,
    GATEHOUSE_LOG_LEVEL: 'error',
    GATEHOUSE_SANDBOX_PORT: String(sandbox.port ?? 0),
    GATEHOUSE_SANDBOX_PACE: String(sandbox.paceMs ?? 20),
    GATEHOUSE_SANDBOX_LIFE: String(sandbox.life ?? false),
    ...env,
  })
  return startFromConfig(config, rest)
}
