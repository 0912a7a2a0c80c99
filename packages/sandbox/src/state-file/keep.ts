import type { SandboxState } from '../server/state.ts'
import { writeStateFile } from './state-file.ts'

/** What a crash can lose at the most. */
const betweenWritesMs = 30_000

/** Writes the state into the file now and then. `close` writes it for the last time, and rejects if that fails. */
export function keepState(state: SandboxState, file: string, everyMs = betweenWritesMs): { close(): Promise<void> } {
  let writing: Promise<void> | undefined

  function write(): Promise<void> {
    writing ??= writeStateFile(file, state.written()).finally(() => (writing = undefined))
    return writing
  }
  const timer = setInterval(() => {
    write().catch((err: unknown) => state.log.error({ err }, 'The world could not be kept; it goes on in memory'))
  }, everyMs)
  timer.unref()

  return {
    async close() {
      clearInterval(timer)
      // what is being written is not the last word
      await writing?.catch(() => undefined)
      await write()
    },
  }
}
