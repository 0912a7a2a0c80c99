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

/** Soon, for the page says meanwhile that it is not live; not at once, for a thousand browsers may do the same. */
const retryMs = 1_500

/** The event stream. */
export const events: FastifyPluginAsyncTypebox<EventsOptions> = async (
  app,
  { live, journal, acts, pingMs = 15_000 },
) => {
  app.route({
    ...streamEvents,
    handler: async (request, reply) => {
      const topics = wantedTopics(request.query.topic, request.user)
      const after = resumePoint(request.headers['last-event-id'], request.query.after)

      reply.hijack()
      // whoever has hung up meanwhile would never hang up again
      if (reply.raw.closed) return
      const stream = startEventStream(reply.raw, {
        headers: reply.getHeaders() as OutgoingHttpHeaders, // Fastify types request headers with them
        retryMs,
        pingMs,
        mayGoOn: () => request.isStillSignedIn(),
      })
      const leave = subscribe({
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
      const leaveLedger = topics.some(({ kind }) => kind === 'activity')
        ? journal.onChange((attempt) =>
            stream.send([{ event: 'activity', data: { topic: 'activity', action: acts.toAction(attempt) } }]),
          )
        : undefined
      if (leaveLedger) stream.send([activityIsLive()])
      reply.raw.once('close', () => {
        leave()
        leaveLedger?.()
      })
    },
  })
}

/** The ledger tells by itself: there is nothing to look at that could fail. */
const activityIsLive = (): LiveEvent => ({
  event: 'topic-state',
  data: { topic: 'activity', state: 'live', reason: null, opcRequestId: null, readAt: new Date().toISOString() },
})
