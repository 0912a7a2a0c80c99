import type { Static, TObject, TSchema } from 'typebox'
import type { Permission } from './permissions.ts'

/**
 * Who may call: a permission of the signed-in person; `signed-in` for anyone with a session; `anyone` without one.
 */
export type Access = Permission | 'signed-in' | 'anyone'

/** One operation of the BFF, in the shape of a Fastify route, so that the BFF spreads it. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: `/api/${string}`
  permission: Access
  /** It changes something at OCI, through the ledger. */
  act?: true
  schema: {
    summary: string
    params?: TObject
    querystring?: TObject
    body?: TSchema
    /** By status. The reply schema is also the whitelist of what may leave. */
    response: Record<number, TSchema>
  }
}

export const endpoint = <const E extends Endpoint>(promise: E) => promise

type Part<E extends Endpoint, Key extends keyof E['schema']> = E['schema'][Key] extends TSchema
  ? Static<E['schema'][Key]>
  : undefined

type Success<Replies> = {
  [Status in keyof Replies]: Replies[Status] extends TSchema ? Static<Replies[Status]> : never
}[keyof Replies]

/** What an endpoint takes and answers with, for the console. */
export interface Exchange<E extends Endpoint> {
  params: Part<E, 'params'>
  query: Part<E, 'querystring'>
  body: Part<E, 'body'>
  reply: Success<E['schema']['response']>
}

/** The endpoints among what a module exports, by name. */
export type EndpointsIn<Module> = {
  [Name in keyof Module as Module[Name] extends Endpoint ? Name : never]: Module[Name]
}

/** `{ 'GET /api/session': Exchange }`, keyed as it reads on the wire. */
export type Exchanges<Endpoints> = {
  [
    Name in keyof Endpoints as Endpoints[Name] extends Endpoint
      ? `${Endpoints[Name]['method']} ${Endpoints[Name]['url']}`
      : never
  ]: Endpoints[Name] extends Endpoint ? Exchange<Endpoints[Name]> : never
}

export const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'url' in value && 'permission' in value
