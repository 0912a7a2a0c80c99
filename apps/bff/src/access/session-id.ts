import { createHash } from 'node:crypto'

/** The key of a session in the store. A copy of the store contains no usable session id. */
export const sessionIdHash = (sessionId: string) => createHash('sha256').update(sessionId).digest('base64url')
