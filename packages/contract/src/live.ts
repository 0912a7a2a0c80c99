import { Type, type Static } from 'typebox'
import { AccessRequest } from './access-requests.ts'
import { Action } from './activity.ts'
import { DesktopPool } from './desktop-pools.ts'
import { endpoint } from './endpoint.ts'
import { Instant } from './shared.ts'
import { Freshness } from './window.ts'
import { LogLine, WorkRequest } from './work-requests.ts'

/**
 * One event stream (server-sent events) per browser carries every topic of its subscription. A topic is a kind and an address:
 *
 * | topic | event | carries |
 * |---|---|---|
 * | a window, its counts or the overview, by the address below `/api/`: `desktops?state=ACTIVE&limit=100` | `window` | its `version`, when that or the freshness changed |
 * | `access-request/{connection}/{service}/{id}` | `access-request` | the whole thing |
 * | `desktop-pool/{connection}/{id}` | `desktop-pool` | the whole thing |
 * | `work-request/{connection}/{service}/{id}` | `work-request` | the whole thing |
 * | `work-request-log/{connection}/{service}/{id}` | `work-request-log` | new lines; its event id is the last line's sequence |
 * | `activity` | `activity` | one entry, when it is written and when it is completed |
 *
 * A stream begins with a `ping`, and sends one every few seconds. An `EventSource` does not notice a connection that is
 * lost silently, as on a phone that changes networks, so a client that misses two pings opens another stream.
 *
 * A stream begins each topic with its present state (a log: with the lines after the resume point), followed by
 * `topic-state`, which also says when a topic cannot be read, is readable again, or has ended for good, and every few
 * seconds when it was last read.
 */
export const TopicState = Type.Object({
  topic: Type.String(),
  /** `ended`: the state is final. `gone`: the thing does not exist, or may not be read. */
  state: Type.Union([Type.Literal('live'), Type.Literal('failing'), Type.Literal('ended'), Type.Literal('gone')]),
  /** Why it is failing, in a whole sentence. */
  reason: Type.Union([Type.String(), Type.Null()]),
  opcRequestId: Type.Union([Type.String(), Type.Null()]),
  /** When it was last read. */
  readAt: Type.Union([Instant, Type.Null()]),
})
export type TopicState = Static<typeof TopicState>

/** What a `ping` carries. */
export const Ping = Type.Object({
  /** The time until the next one, in milliseconds. */
  everyMs: Type.Integer({ minimum: 1 }),
})
export type Ping = Static<typeof Ping>

/** Each event's name with what its `data` holds. */
export const LiveEvents = {
  /** Read the window again when its version differs from the one on screen. Its freshness is this, also if it does not. */
  window: Type.Object({ topic: Type.String(), version: Type.String(), freshness: Freshness }),
  'access-request': Type.Object({ topic: Type.String(), accessRequest: AccessRequest }),
  'desktop-pool': Type.Object({ topic: Type.String(), desktopPool: DesktopPool }),
  'work-request': Type.Object({ topic: Type.String(), workRequest: WorkRequest }),
  'work-request-log': Type.Object({ topic: Type.String(), lines: Type.Array(LogLine) }),
  activity: Type.Object({ topic: Type.String(), action: Action }),
  'topic-state': TopicState,
} as const

export type LiveEvents = { [Name in keyof typeof LiveEvents]: Static<(typeof LiveEvents)[Name]> }

export type LiveEventName = keyof LiveEvents

/** Most topics that one stream may ask for. */
export const topicsPerStream = 50

/**
 * `GET /api/events?topic=…&topic=…`: answers with `text/event-stream`. Which permission each topic needs follows from
 * its kind. `after` (or the header `last-event-id`, which wins) is the sequence of the last log line received.
 */
export const streamEvents = endpoint({
  method: 'GET',
  url: '/api/events',
  permission: 'signed-in',
  schema: {
    summary: 'The event stream',
    querystring: Type.Object(
      {
        topic: Type.Array(Type.String({ minLength: 1, maxLength: 400 }), { minItems: 1, maxItems: topicsPerStream }),
        after: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.String() },
  },
})
