import { Type, type Static } from 'typebox'
import { endpoint } from './endpoint.ts'
import { PoolUsage } from './desktop-pools.ts'
import { Freshness } from './window.ts'

const count = Type.Integer()

/** The numbers of the overview. A part is null for a person who may not read its list. */
export const Overview = Type.Object({
  accessRequests: Type.Union([
    Type.Object({
      waiting: count,
      /** Of those waiting, how many since less than an hour. */
      waitingSinceHour: count,
      mayBeOpen: count,
      freshness: Freshness,
    }),
    Type.Null(),
  ]),
  desktopPools: Type.Union([
    Type.Object({
      /** Without deleted ones. */
      all: count,
      unhealthy: count,
      failed: count,
      changing: count,
      /** The sum over all pools whose desktops have been read, and the desktops that could still be made. */
      usage: PoolUsage,
      free: count,
      freshness: Freshness,
    }),
    Type.Null(),
  ]),
  workRequests: Type.Union([
    Type.Object({
      running: count,
      needsAttention: count,
      /** Of those running, how many were accepted less than an hour ago. */
      runningSinceHour: count,
      failedSinceDay: count,
      failedSinceHour: count,
      freshness: Freshness,
    }),
    Type.Null(),
  ]),
  version: Type.String(),
})
export type Overview = Static<typeof Overview>

export const getOverview = endpoint({
  method: 'GET',
  url: '/api/overview',
  permission: 'signed-in',
  schema: {
    summary: 'The numbers of the overview',
    querystring: Type.Object(
      { scope: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })) },
      { additionalProperties: false },
    ),
    response: { 200: Overview },
  },
})
