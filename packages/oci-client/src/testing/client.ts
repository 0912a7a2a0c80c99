import { expect, onTestFinished } from 'vitest'
import type { CommonOptions } from '../client-options.ts'
import type { OciClient } from '../client.ts'
import { createOciClient } from '../client.ts'
import { OciError } from '../error.ts'
import type { Principal } from '../principal.ts'
import { principal } from './keys.ts'
import type { RecordingServer, Respond } from './server.ts'
import { serverForTest } from './server.ts'

/** Retries as usual, but with waits that a test can afford. */
export const quickRetry = { attempts: 3, firstWaitMs: 5, maxWaitMs: 20 }

/** What a test says of its client, which signs as the tests' principal if nothing else is said. */
export type TestOptions = CommonOptions & { principal?: Principal }

/** A client of a server that answers as told, both gone with the test. */
export async function clientOf(
  respond: Respond,
  options: TestOptions = {},
): Promise<{ server: RecordingServer; client: OciClient }> {
  const server = await serverForTest(respond)
  const client = createOciClient({ principal, endpoint: server.url, retry: quickRetry, ...options })
  onTestFinished(() => client.close())
  return { server, client }
}

/** What a call rejects with; a test fails when it does not, or with anything else than our error. */
export async function failureOf(call: Promise<unknown>): Promise<OciError> {
  const error = await call.then(
    () => expect.unreachable('It succeeded'),
    (error: unknown) => error,
  )
  if (error instanceof OciError) return error
  throw error
}
