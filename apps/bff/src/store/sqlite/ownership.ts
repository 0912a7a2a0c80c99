import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError, toStoreError } from '../store-error.ts'

/**
 * Takes the lock that allows one server per folder, and returns what gives it back. The operating system releases it when
 * the process ends, even by a crash. It is on a file of its own, so that commands can read and write the store while the
 * server runs. Throws a StoreError when another Gatehouse has it.
 */
export function takeOwnership(folder: string): () => void {
  const file = join(folder, 'owner.lock')
  try {
    const lock = new DatabaseSync(file, { timeout: 0 })
    try {
      lock.exec('begin exclusive')
    } catch (error) {
      lock.close()
      throw error
    }
    return () => lock.close()
  } catch (cause) {
    const error = toStoreError(file, cause)
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === 5)
      throw new StoreError(
        `Another Gatehouse is running on the folder ${folder}. End it, or choose another folder with GATEHOUSE_DATA_DIR.`,
        { cause, failure: 'locked' },
      )
    throw error
  }
}
