import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getAccessRequest, listAccessRequests } from '@gatehouse/contract'
import { sendSnapshot } from '../plugins/send-snapshot.ts'
import type { Services } from '../services.ts'
import { thingSource } from '../live/thing-source.ts'
import { topicName } from '../live/topic.ts'
import { accessRequestsSource } from '../access-requests/list-access-requests.ts'
import { isMoving } from '../access-requests/phases.ts'
import { readAccessRequest } from '../access-requests/read-access-request.ts'

/** Access requests of both services: the list, and one access request with its details. */
export const accessRequests: FastifyPluginAsyncTypebox<Services> = async (app, { keyring, live, room }) => {
  live.provide('access-requests', () => accessRequestsSource(keyring))
  live.provide('access-request', (topic) =>
    thingSource({
      read: async (signal) => {
        const address = { connection: keyring.get(topic.connectionId), service: topic.service, id: topic.id }
        return (await readAccessRequest(room, address, { call: { signal } })).accessRequest
      },
      toEvent: (accessRequest) => ({ event: 'access-request', data: { topic: topicName(topic), accessRequest } }),
      moving: isMoving,
      ended: ({ phase }) => phase === 'ended',
    }),
  )

  app.route({
    ...listAccessRequests,
    handler: async (_, reply) => sendSnapshot(reply, (await live.read({ kind: 'access-requests' })).listing),
  })

  app.route({
    ...getAccessRequest,
    handler: ({ params }) =>
      live.read({
        kind: 'access-request',
        connectionId: params.connectionId,
        service: params.service,
        id: params.accessRequestId,
      }),
  })
}
