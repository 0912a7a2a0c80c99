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
 * | `work-request-log/{connection}/{service}/{id}` | `work-request-log` | new lines |
 * | `activity` | `activity` | one entry, when it is written and when it is completed |
 *
 * A stream begins with a `ping`, and sends one every few seconds. A connection can be lost silently, as on a phone that
 * changes networks, and a proxy can hold events back. So a client that gets no event for two pings opens another stream.
 *
 * A stream begins each topic with its present state (a log: with the lines after the resume point), followed by
 * `topic-state`, which also says when a topic cannot be read, is readable again, or has ended for good, and every few
 * seconds when it was last read.
 *
 * The id of an event is the version of its topic that the client has with it; of a log, the sequence of its last line. The
 * client sends the ids back as `lastEventIds` when it opens another stream, and the BFF repeats nothing of those topics. An event
 * without an id makes the last id of its topic void, except `topic-state` and `activity`.
 */
export const TopicState = Type.Object({
  topic: Type.String(),
  /**
   * `ended`: the state is final. `gone`: the thing does not exist, or may not be read. `refused`: it is not a topic, or the
   * person may not watch it; the stream carries the other topics.
   */
  state: Type.Union([
    Type.Literal('live'),
    Type.Literal('failing'),
    Type.Literal('ended'),
    Type.Literal('gone'),
    Type.Literal('refused'),
  ]),
  /** Why it is failing or refused, in a whole sentence. */
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
  'work-request-log': Type.Object({
    topic: Type.String(),
    lines: Type.Array(LogLine),
    /**
     * The archive does not have the line that the client resumes after, as after the restore of a backup. The lines are the
     * first ones of the log: the client drops those that it has.
     */
    reset: Type.Boolean(),
  }),
  activity: Type.Object({ topic: Type.String(), action: Action }),
  'topic-state': TopicState,
} as const

export type LiveEvents = { [Name in keyof typeof LiveEvents]: Static<(typeof LiveEvents)[Name]> }

export type LiveEventName = keyof LiveEvents

/** Most topics that one stream may ask for. */
export const topicsPerStream = 200

/** Most characters of a topic. */
export const topicMaxLength = 1_000

/**
 * Answers with `text/event-stream`. A POST, because topics are long and many, and addresses are limited and logged. Which
 * permission each topic needs follows from its kind.
 */
export const streamEvents = endpoint({
  method: 'POST',
  url: '/api/events',
  permission: 'signed-in',
  schema: {
    summary: 'The event stream',
    body: Type.Object(
      {
        topics: Type.Array(Type.String({ minLength: 1, maxLength: topicMaxLength }), {
          minItems: 1,
          maxItems: topicsPerStream,
        }),
        /** By topic, the id of the last event that the client has of it. */
        lastEventIds: Type.Optional(
          Type.Record(Type.String({ maxLength: topicMaxLength }), Type.String({ maxLength: 200 })),
        ),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.String() },
  },
})
