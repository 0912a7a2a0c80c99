import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { streamEvents } from '@gatehouse/contract'
import type { LiveEvent } from '../live/source.ts'
import { subscribe } from '../live/subscription.ts'
import type { Services } from '../services.ts'
import { startEventStream } from './events/event-stream.ts'
import { resumePoint, wantedTopics } from './events/wanted-topics.ts'

interface EventsOptions extends Services {
  /** 15,000. */
  pingMs?: number
}

/** Short, because the page is stale meanwhile; above zero, because many browsers may reconnect at the same time. */
const retryMs = 1_500

/** The event stream. */
export const events: FastifyPluginAsyncTypebox<EventsOptions> = async (
  app,
  { live, journal, acts, streams, pingMs = 15_000 },
) => {
  app.route({
    ...streamEvents,
    handler: async (request, reply) => {
      const topics = wantedTopics(request.query.topic, request.user)
      const after = resumePoint(request.headers['last-event-id'], request.query.after)

      reply.hijack()
      // The client has disconnected, so `close` would not fire again to end the subscriptions.
      if (reply.raw.closed) return
      const stream = startEventStream(reply.raw, {
        headers: reply.getHeaders() as OutgoingHttpHeaders, // Fastify types request headers with them
        retryMs,
        pingMs,
        mayGoOn: () => request.isStillSignedIn(),
      })
      const release = streams.add({
        sessionId: request.session.sessionId,
        userId: request.user.id,
        role: request.user.role,
        end: stream.end,
      })
      const unsubscribe = subscribe({
        live,
        topics: topics.filter((topic) => topic.kind !== 'activity'),
        after,
        deliver: stream.send,
        ready: stream.drained,
        broken(error) {
          request.log.error({ err: error }, 'The log archive could not be read for a stream')
          stream.end()
        },
      })
      const unsubscribeLedger = topics.some(({ kind }) => kind === 'activity')
        ? journal.onChange((attempt) =>
            stream.send([{ event: 'activity', data: { topic: 'activity', action: acts.toAction(attempt) } }]),
          )
        : undefined
      if (unsubscribeLedger) stream.send([activityIsLive()])
      reply.raw.once('close', () => {
        release()
        unsubscribe()
        unsubscribeLedger?.()
      })
    },
  })
}

/** The ledger publishes its changes itself. It is not polled, so its topic is always live. */
const activityIsLive = (): LiveEvent => ({
  event: 'topic-state',
  data: { topic: 'activity', state: 'live', reason: null, opcRequestId: null, readAt: new Date().toISOString() },
})
