import { readConfig } from '../config.ts'
import { verifyLedger } from '../ledger/chain.ts'
import { openStore } from '../store/store.ts'

/** Checks the whole ledger and says how it stands; exits with 1 when it is not whole. It may be run while the server runs. */
export async function verify(env: NodeJS.ProcessEnv): Promise<void> {
  const store = await openStore(readConfig(env).dataFolder)
  try {
    const { rows, head, faults } = await verifyLedger(store)
    if (faults.length === 0) {
      console.log(`The ledger is whole: ${rows} rows, the last with the hash\n${head}`)
      return
    }
    console.error(`The ledger in ${store.file} is not whole:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    process.exitCode = 1
  } finally {
    await store.close()
  }
}
