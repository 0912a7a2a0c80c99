import { createHash } from 'node:crypto'
import type { Operation, OperationId } from '@gatehouse/oci-api'
import { operationIds, operations } from '@gatehouse/oci-api'
import { Fault, invalidParameter, notAuthenticated } from '../fault.ts'
import type { Answer, Context, Handler, Page } from '../handler.ts'
import type { Handlers } from '../services/index.ts'
import type { Region } from '../world/world.ts'
import { readBody } from './body.ts'
import { requireCompartments, requireEtag, rowOfPath } from './lookup.ts'
import type { PagingFault } from './paged.ts'
import { paged } from './paged.ts'
import { createParameterReader } from './parameters.ts'
import type { WireReply } from './reply.ts'
import { idOf, replyTo } from './reply.ts'
import { bodyValidator } from './schemas.ts'
import type { SandboxState } from './state.ts'
import type { WireCall } from './verify.ts'
import { verifySignature } from './verify.ts'

/** A call to one operation of one region. */
export interface OperationCall extends WireCall {
  region: string
  pathParameters: Readonly<Record<string, string>>
  /** Scheme and host as the client wrote them, for `location`. */
  origin: string
  /** What a fault does to the pages of a list. */
  pagingFault?: PagingFault
}

/** Assumed; the SDKs name no default. */
const defaultLimit = 100

const longestRetryToken = 64

const readers = Object.fromEntries(operationIds.map((id) => [id, createParameterReader(operations[id])]))
const bodies = Object.fromEntries(operationIds.map((id) => [id, bodyValidator(operations[id])]))

type Input = Record<string, unknown>

/**
 * Everything between the wire and a handler, and back. It is one piece of synchronous work, so that nothing else happens
 * to the world meanwhile: of two calls with one retry token, the second finds the answer to the first.
 */
export function perform(state: SandboxState, handlers: Handlers, operation: Operation, call: OperationCall): WireReply {
  const { world } = state
  const caller = world.users.get(verifySignature(call, state.keys, world.tenancyId, Date.now()))
  if (!caller) throw notAuthenticated('The user is unknown')
  const region = world.regions.get(call.region)
  if (!region) throw new Error(`There is no region ${call.region}, though a route leads there`)
  const handler = handlers[operation.id]
  if (!handler)
    throw new Fault(501, 'MethodNotImplemented', `The sandbox does not serve ${operation.service}.${operation.name}`)

  const input = readInput(operation, call)
  const retry = retryKeys(operation, input, region, caller.id)
  const first = retry && state.retryTokens.find(retry.key, retry.request)
  if (first) return first

  const row = rowOfPath(operation, input, region, caller, world)
  requireCompartments(operation, input, caller, world)
  requireEtag(row, input['ifMatch'] as string | undefined) // a header
  const reply = run(state, operation, handler, input, { world, region, caller }, call.pagingFault)

  const url = `${call.origin}${call.target.split('?')[0]}`
  const wire = replyTo(operation, reply, { world, row, url })
  if (retry) state.retryTokens.remember(retry.key, retry.request, wire, row ? undefined : idOf(reply.body))
  return wire
}

function readInput(operation: Operation, call: OperationCall): Input {
  const reader = readers[operation.id]! // made for every id
  const input: Input = {
    ...reader.path(call.pathParameters),
    ...reader.query(call.target.split('?').slice(1).join('?')),
  }
  // nothing signs the body of a GET or a DELETE
  if (call.method === 'POST' || call.method === 'PUT') {
    const body = readBody(operation, bodies[operation.id], call.body, call.headers['content-type'])
    if (body !== undefined) input['body'] = body
  }
  for (const name of operation.headers) {
    const value = call.headers[name]
    if (typeof value === 'string') input[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())] = value
  }
  return input
}

/** Whose answer to which operation the token stands for, and a digest of what was asked. */
function retryKeys(operation: Operation, input: Input, region: Region, callerId: string) {
  const { opcRetryToken, opcRequestId: _, ifMatch: __, ...asked } = input
  if (typeof opcRetryToken !== 'string') return undefined
  if (opcRetryToken.length === 0 || opcRetryToken.length > longestRetryToken)
    throw invalidParameter(`opc-retry-token must have 1 to ${longestRetryToken} characters`)
  return {
    key: [callerId, operation.id, region.name, opcRetryToken].join(' '),
    request: createHash('sha256').update(JSON.stringify(asked)).digest('base64'),
  }
}

function run(
  state: SandboxState,
  operation: Operation,
  handler: NonNullable<Handlers[OperationId]>,
  input: Input,
  context: Context,
  pagingFault: PagingFault | undefined,
): Answer<unknown> {
  const answering = handler as Handler<OperationId> // any one of them; the input below was read for this one
  const reply: Answer<unknown> | Page<unknown> = answering(input, context)
  if (reply.kind === 'answer') return reply

  const { page, limit, opcRequestId: _, ...rest } = input
  const query = JSON.stringify([
    operation.id,
    context.region.name,
    Object.keys(rest)
      .sort()
      .map((name) => [name, rest[name]]),
  ])
  const { items, nextPage } = paged(reply, {
    tokens: state.pageTokens,
    query,
    page: page as string | undefined, // a string, as read
    limit: (limit as number | undefined) ?? defaultLimit, // an integer, as read
    fault: pagingFault,
  })
  return {
    kind: 'answer',
    body: operation.responseIsArray ? items : { items },
    headers: nextPage ? { 'opc-next-page': nextPage } : {},
  }
}
