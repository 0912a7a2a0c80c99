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
export async function signIn(gatehouse: Gatehouse, role: Role): Promise<string> {
  const reply = await fetch(`${gatehouse.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gatehouse.url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ name: role, password: gatehouse.demoPassword }),
  })
  if (!reply.ok) throw new Error(`Signing in as ${role} answered ${reply.status}: ${await reply.text()}`)
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
