import { expect, onTestFinished } from 'vitest'
import type { CommonOptions } from '../client-options.ts'
import type { OciClient } from '../client.ts'
import { createOciClient } from '../client.ts'
import { OciError } from '../error.ts'
import type { Principal } from '../principal.ts'
import { principal } from './keys.ts'
import type { RecordingServer, Respond } from './server.ts'
import { serverForTest } from './server.ts'

/** The default retries, with short waits. */
export const quickRetry = { attempts: 3, firstWaitMs: 5, maxWaitMs: 20 }

/** The client options of a test. The principal defaults to the one of the tests. */
export type TestOptions = CommonOptions & { principal?: Principal }

/** A client of a server that answers with `respond`. Both are closed when the test ends. */
export async function clientOf(
  respond: Respond,
  options: TestOptions = {},
): Promise<{ server: RecordingServer; client: OciClient }> {
  const server = await serverForTest(respond)
  const client = createOciClient({ principal, endpoint: server.url, retry: quickRetry, ...options })
  onTestFinished(() => client.close())
  return { server, client }
}

/** The OciError that a call rejects with. Fails the test when the call succeeds or rejects with another error. */
export async function failureOf(call: Promise<unknown>): Promise<OciError> {
  const error = await call.then(
    () => expect.unreachable('It succeeded'),
    (error: unknown) => error,
  )
  if (error instanceof OciError) return error
  throw error
}
