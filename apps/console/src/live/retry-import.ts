import { retryDelay } from './retry-delay.ts'

/** Loads a chunk, and tries again until it is there: a network may be away for a moment, or a server be replaced. */
export async function retryImport<Module>(
  load: () => Promise<Module>,
  wait: (ms: number) => Promise<unknown> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<Module> {
  for (let failures = 1; ; failures++) {
    try {
      return await load()
    } catch {
      await wait(retryDelay(failures, Math.random()))
    }
  }
}
