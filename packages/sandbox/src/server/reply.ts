import type { Operation } from '@gatehouse/oci-api'
import type { Answer } from '../handler.ts'
import type { Row } from '../world/table.ts'
import type { World } from '../world/world.ts'

/** An answer ready for the wire; headers in lower case. */
export interface WireReply {
  status: number
  headers: Record<string, string>
  /** Left out where OCI sends no body. */
  body?: string
  /** It is not from OCI, so it carries no request id. */
  isForeign?: true
}

/** OCI's success codes are not in any SDK; these follow from what an operation does (assumed). */
export function statusOf(operation: Operation): number {
  if (operation.method === 'GET') return 200
  // the work goes on after the answer
  if (operation.responseHeaders.includes('opc-work-request-id') || operation.name === 'cancelWorkRequest') return 202
  return operation.method === 'DELETE' ? 204 : 200
}

/** `row` is what the path names; a body with an id of its own says more exactly whose etag to send. */
export function replyTo(
  operation: Operation,
  reply: Answer<unknown>,
  context: { world: World; row: Row<object, unknown> | undefined; url: string },
): WireReply {
  const id = idOf(reply.body)
  const etag = (id === undefined ? undefined : context.world.rows.get(id)?.etag) ?? context.row?.etag
  const resource = id !== undefined && operation.method === 'POST' ? `${context.url}/${id}` : context.url
  const possible: Record<string, string | undefined> = {
    etag,
    location: resource,
    'content-location': resource,
    'opc-work-request-id': reply.workRequestId,
    'retry-after': retryAfter(reply.body, context.world),
    ...reply.headers,
  }
  const headers: Record<string, string> = {}
  for (const name of operation.responseHeaders) {
    const value = possible[name]
    if (value !== undefined) headers[name] = value
  }
  if (reply.body === undefined) return { status: statusOf(operation), headers }
  headers['content-type'] = 'application/json'
  return { status: statusOf(operation), headers, body: JSON.stringify(reply.body) }
}

export const idOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : undefined

/** Whole seconds after which looking again is worth it; nothing once the work has ended. */
function retryAfter(body: unknown, world: World): string | undefined {
  if (typeof body !== 'object' || body === null || 'timeFinished' in body) return undefined
  return String(Math.max(1, Math.ceil(world.options.paceMs / 1000)))
}
