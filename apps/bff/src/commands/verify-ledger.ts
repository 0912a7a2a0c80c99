import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { AnchorError, readAnchors } from '../ledger/read-anchors.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { openStoreToRead } from '../store/store.ts'

/**
 * Checks the whole ledger, with anchors if there are any, and prints the result. Exits with 1 when the ledger is not intact.
 * Only reads, so it may run while the server runs.
 */
export async function verify(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const text = anchorOf(args)
  const { store: target } = readConfig(env)
  // Read the anchors first: one written later could refer to a row after the end of this read.
  const anchors = text === undefined ? { heads: [], faults: [] } : await readAnchors(text)
  if (text !== undefined && anchors.heads.length + anchors.faults.length === 0)
    throw new AnchorError(`The file ${text} has no anchor in it, so the ledger cannot be checked against it.`)
  const store = await openStoreToRead(target)
  try {
    const { rows, head, faults } = await verifyLedger(store, anchors.heads)
    const all = [...anchors.faults, ...faults]
    if (all.length === 0) {
      const anchored = text === undefined ? '' : `\nIt has every anchored row: ${anchors.heads.length} anchors.`
      console.log(`The ledger is whole: ${rows} rows, the last with the hash\n${head}${anchored}`)
      return
    }
    console.error(`The ledger in ${store.place} is not whole:\n${all.map((fault) => `  - ${fault}`).join('\n')}`)
    process.exitCode = 1
  } finally {
    await store.close()
  }
}

function anchorOf(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { anchor: { type: 'string' } } }).values.anchor
  } catch (cause) {
    throw new AnchorError(
      `${cause instanceof Error ? cause.message : String(cause)} Usage: verify-ledger --anchor FILE or NUMBER:HASH.`,
      { cause },
    )
  }
}
