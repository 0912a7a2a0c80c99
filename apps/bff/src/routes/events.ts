import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { streamEvents, topicsPerStream, type TopicState } from '@gatehouse/contract'
import type { Person } from '../access/person.ts'
import { readableNouns } from '../inventory/readable-nouns.ts'
import { everywhere } from '../inventory/scope.ts'
import type { View } from '../inventory/view.ts'
import type { ViewTopic } from '../inventory/view-topic.ts'
import type { ViewWatcher } from '../inventory/viewers.ts'
import type { LiveEvent } from '../live/source.ts'
import { subscribe } from '../live/subscription.ts'
import { nouns } from '../nouns.ts'
import type { Services } from '../services.ts'
import { startEventStream } from './events/event-stream.ts'
import { wantedTopics } from './events/wanted-topics.ts'

interface EventsOptions extends Services {
  /** 15,000. */
  pingMs?: number
  /** 30,000. */
  patienceMs?: number
}

/** The largest body, in bytes: each topic twice, for the longest topics of mostly ASCII. */
const bodyLimit = topicsPerStream * 4_096

/** The event stream. */
export const events: FastifyPluginAsyncTypebox<EventsOptions> = async (
  app,
  { live, inventory, journal, acts, streams, pingMs = 15_000, patienceMs = 30_000 },
) => {
  app.route({
    ...streamEvents,
    bodyLimit,
    handler: async (request, reply) => {
      const { lastEventIds = {} } = request.body
      const { topics, refused } = wantedTopics(request.body.topics, request.user)

      reply.hijack()
      // The client has disconnected, so `close` would not fire again to end the subscriptions.
      if (reply.raw.closed) return
      const stream = startEventStream(reply.raw, {
        headers: reply.getHeaders() as OutgoingHttpHeaders, // Fastify types request headers with them
        pingMs,
        patienceMs,
      })
      const release = streams.add({
        sessionId: request.session.sessionId,
        userId: request.user.id,
        role: request.user.role,
        end: stream.end,
      })
      stream.send(refused.map(stateEvent))
      const unsubscribe = subscribe({
        live,
        topics: topics.filter((topic) => topic.kind !== 'activity' && topic.kind !== 'view'),
        lastEventIds,
        deliver: stream.send,
        ready: stream.ready,
        broken(error) {
          request.log.error({ err: error }, 'The log archive could not be read for a stream')
          stream.end()
        },
      })
      const unwatchViews = topics
        .filter((topic) => topic.kind === 'view')
        .map((topic) =>
          inventory.watch(
            viewFor(topic, request.user),
            everywhere,
            sendView(topic.name, lastEventIds[topic.name], stream.send),
          ),
        )
      const unsubscribeLedger = topics.some(({ kind }) => kind === 'activity')
        ? journal.onChange((attempt) =>
            stream.send([{ event: 'activity', data: { topic: 'activity', action: acts.toAction(attempt) } }]),
          )
        : undefined
      if (unsubscribeLedger) stream.send([activityIsLive()])
      reply.raw.once('close', () => {
        release()
        unsubscribe()
        for (const unwatch of unwatchViews) unwatch()
        unsubscribeLedger?.()
      })
    },
  })
}

const stateEvent = (data: TopicState): LiveEvent => ({ event: 'topic-state', data })

/** The ledger publishes its changes itself. It is not polled, so its topic is always live. */
const activityIsLive = () =>
  stateEvent({
    topic: 'activity',
    state: 'live',
    reason: null,
    opcRequestId: null,
    readAt: new Date().toISOString(),
  })
/** The overview counts the nouns that the person may read. */
const viewFor = ({ view }: ViewTopic, person: Person): View =>
  view.kind === 'overview' ? { ...view, nouns: readableNouns(nouns, person) } : view

/** Leaves out the present version, if the browser has it already: its freshness came with it. */
function sendView(
  topic: string,
  lastId: string | undefined,
  send: (events: readonly LiveEvent[]) => void,
): ViewWatcher {
  let expected = lastId
  return ({ version, freshness }) => {
    const isRepeated = version === expected
    expected = undefined
    if (!isRepeated) send([{ event: 'window', id: version, data: { topic, version, freshness } }])
  }
}
