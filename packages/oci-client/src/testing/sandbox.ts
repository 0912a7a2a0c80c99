import type { KeyObject } from 'node:crypto'
import type { Sandbox } from '@gatehouse/sandbox'
import { startSandbox } from '@gatehouse/sandbox'
import { onTestFinished } from 'vitest'
import { createOciClient } from '../client.ts'
import type { Principal } from '../principal.ts'

/** A sandbox for one test, where nothing happens by itself. */
export async function sandboxForTest(): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: 0, life: false })
  onTestFinished(() => sandbox.close())
  return sandbox
}

/** A token that the sandbox accepts for its user "console", with a key that something else has made. */
export async function issueToken(sandbox: Sandbox, publicKey: KeyObject, minutes: number): Promise<string> {
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' })
  return (await sandbox.control.issueToken({ user: 'console', publicKeyPem, minutes })).token
}

/** How many regions the sandbox shows to who signs so: it is asked over the wire, and checks the signature. */
export async function regionsSeenBy(sandbox: Sandbox, principal: Principal): Promise<number> {
  const client = createOciClient({ principal, endpoint: sandbox.url })
  try {
    return (await client.call('identity.listRegions', {})).body.length
  } finally {
    await client.close()
  }
}
