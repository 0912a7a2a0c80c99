import type { KeyObject } from 'node:crypto'
import type { Sandbox } from '@gatehouse/sandbox'
import { startSandbox } from '@gatehouse/sandbox'
import { onTestFinished } from 'vitest'
import { createOciClient } from '../client.ts'
import type { Principal } from '../principal.ts'

/** A sandbox for one test, without simulated background activity. */
export async function sandboxForTest(): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: 0, life: false })
  onTestFinished(() => sandbox.close())
  return sandbox
}

/** A token that the sandbox accepts for its user "console", issued for the caller's key. */
export async function issueToken(sandbox: Sandbox, publicKey: KeyObject, minutes: number): Promise<string> {
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' })
  return (await sandbox.control.issueToken({ user: 'console', publicKeyPem, minutes })).token
}

/** The number of regions that the principal can list. Calls the sandbox over HTTP, so the signature is checked. */
export async function regionsSeenBy(sandbox: Sandbox, principal: Principal): Promise<number> {
  const client = createOciClient({ principal, endpoint: sandbox.url })
  try {
    return (await client.call('identity.listRegions', {})).body.length
  } finally {
    await client.close()
  }
}
