import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getAccessRequest } from '@gatehouse/contract'
import type { Services } from '../services.ts'
import { thingSource } from '../live/thing-source.ts'
import { topicName } from '../live/topic.ts'
import { isMoving } from '../access-requests/phases.ts'
import { readAccessRequest } from '../access-requests/read-access-request.ts'

/** One access request of either service, with its details. */
export const accessRequests: FastifyPluginAsyncTypebox<Services> = async (
  app,
  { keyring, live, room, inventory, things },
) => {
  live.provide('access-request', (topic) =>
    things.keep(
      topic,
      thingSource({
        read: async (signal) => {
          const connection = keyring.get(topic.connectionId)
          const address = { connection, service: topic.service, id: topic.id }
          const { accessRequest, compartmentId } = await readAccessRequest(room, address, { call: { signal } })
          if (compartmentId !== null) inventory.attend({ connectionId: connection.id, compartmentId })
          return accessRequest
        },
        toEvent: (accessRequest) => ({ event: 'access-request', data: { topic: topicName(topic), accessRequest } }),
        moving: isMoving,
        ended: ({ phase }) => phase === 'ended',
      }),
    ),
  )

  app.route({
    ...getAccessRequest,
    handler: ({ params }) =>
      things.read({
        kind: 'access-request',
        connectionId: params.connectionId,
        service: params.service,
        id: params.accessRequestId,
      }),
  })
}
