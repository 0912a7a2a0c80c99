import { ConfigError, readConfig } from '../config.ts'
import { moveStore } from './move-tables.ts'
import { takeOwnership } from '../store/sqlite/ownership.ts'
import { openStore, openStoreToRead } from '../store/store.ts'

/**
 * Copies the SQLite store in the data folder into the empty database that `DATABASE_URL` names. Refuses while Gatehouse runs
 * on the folder, and never changes the file.
 */
export async function move(env: NodeJS.ProcessEnv): Promise<void> {
  const { dataFolder, store: target } = readConfig(env)
  if (typeof target === 'string')
    throw new ConfigError(['DATABASE_URL must name the empty database to move the store into.'])
  const from = await openStoreToRead(dataFolder)
  let release = () => {}
  try {
    release = takeOwnership(dataFolder)
    const to = await openStore(target)
    try {
      const { tables, ledger } = await moveStore(from, to)
      console.log(`Moved ${from.place} into the ${to.place}:`)
      for (const { name, rows } of tables) console.log(`  ${String(rows).padStart(9)}  ${name}`)
      console.log(`The ledger is whole there: ${ledger.rows} rows, the last with the hash\n${ledger.head}`)
      console.log(
        'Start Gatehouse with this DATABASE_URL. The file was not changed; keep it as a backup. The session secret stays in the data folder, so people sign in again.',
      )
    } finally {
      await to.close()
    }
  } finally {
    release()
    await from.close()
  }
}
