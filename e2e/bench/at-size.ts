import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createControl } from '@gatehouse/sandbox'
import type { Control, StartOptions } from '@gatehouse/sandbox'
import { startBffProcess } from './bff-process.ts'
import type { BffProcess } from './bff-process.ts'
import type { StartedSandbox, WantedSandbox } from './sandbox-process.ts'
import { temporaryFolder } from './stack.ts'

/** 200 compartments with the usual eight, three regions, 50,000 desktops. */
export const largeSize = {
  regions: 3,
  compartments: 192,
  pools: 400,
  desktops: 50_000,
  accessRequests: 600,
  workRequests: 600,
} satisfies StartOptions['size']

export interface AtSize {
  sandbox: StartedSandbox
  control: Control
  bff: BffProcess
  close(): Promise<void>
}

/** A sandbox of the largest size that Gatehouse is measured at, and a BFF on it: each in a process of its own. */
export async function startAtSize(): Promise<AtSize> {
  const folder = await temporaryFolder()
  const { sandbox, stop } = await startSandboxProcess({ size: largeSize, configDir: join(folder.path, 'oci') })
  const bff = await startBffProcess(folder.path, { ...sandbox, configFile: sandbox.configFile! }) // it was given a folder
  return {
    sandbox,
    control: createControl(sandbox.url),
    bff,
    async close() {
      await bff.close()
      await stop()
      await folder.remove()
    },
  }
}

/** A sandbox in a process of its own; gives also how to end it. */
export async function startSandboxProcess(wanted: WantedSandbox) {
  const child = fork(join(import.meta.dirname, 'sandbox-process.ts'))
  child.send(wanted)
  const [sandbox] = (await once(child, 'message')) as [StartedSandbox] // what it sends
  return {
    sandbox,
    stop: async () => {
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}
