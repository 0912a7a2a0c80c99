import { call } from './call.ts'

/** The id of an attempt: a random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing where there is no TLS. */
export function newAttemptId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40 // sixteen bytes have a seventh
  bytes[8] = (bytes[8]! & 0x3f) | 0x80 // and a ninth
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * The id under which a failed attempt on a thing is made again. An attempt whose answer was lost may have taken effect:
 * under the same id it stays one act. One that the ledger knows was refused did nothing, and would be answered with the
 * same refusal for ever: it is made anew. Throws an `ApiError` when the ledger cannot be read.
 */
export async function attemptToRepeat(attemptId: string, subjectId: string): Promise<string> {
  const { items } = await call('GET /api/activity', { query: { subjectId, limit: 50 } })
  return isRefused(items, attemptId) ? newAttemptId() : attemptId
}

export const isRefused = (actions: readonly { id: string; status: string }[], attemptId: string) =>
  actions.some(({ id, status }) => id === attemptId && status === 'refused')
