import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Gatehouse } from '@gatehouse/bff'
import type { Role } from '@gatehouse/contract'

export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** The session cookie of a demo account. */
export const signIn = (gatehouse: Gatehouse, role: Role): Promise<string> =>
  signInAs(gatehouse, { name: role, password: gatehouse.demoPassword ?? '' })

/** The session cookie of an account. */
export async function signInAs(
  gatehouse: Pick<Gatehouse, 'url'>,
  account: { name: string; password: string },
): Promise<string> {
  const reply = await fetch(`${gatehouse.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gatehouse.url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(account),
  })
  if (!reply.ok) throw new Error(`Signing in as ${account.name} answered ${reply.status}: ${await reply.text()}`)
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Opens an event stream whose events are dropped. Ends with the signal. */
export async function openStream(
  gatehouse: Gatehouse,
  { cookie, topics, signal }: { cookie: string; topics: readonly string[]; signal: AbortSignal },
): Promise<void> {
  const reply = await fetch(`${gatehouse.url}/api/events`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ topics }),
    signal,
  })
  if (!reply.ok) throw new Error(`The event stream answered ${reply.status}: ${await reply.text()}`)
  reply.body?.pipeTo(new WritableStream()).catch(() => {}) // ends with the signal
}
