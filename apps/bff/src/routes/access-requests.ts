import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { AccessService } from '@gatehouse/contract'
import {
  approveAccessRequest,
  getAccessRequest,
  listAccessRequests,
  rejectAccessRequest,
  revokeAccessRequest,
} from '@gatehouse/contract'
import { sendSnapshot } from '../plugins/send-snapshot.ts'
import type { Services } from '../services.ts'
import { thingSource } from '../live/thing-source.ts'
import { topicName } from '../live/topic.ts'
import { decide } from './access-requests/decide.ts'
import { accessRequestsSource } from './access-requests/list-access-requests.ts'
import { isMoving } from './access-requests/phases.ts'
import { readAccessRequest, type AccessRequestAddress } from './access-requests/read-access-request.ts'
import { createReadingRoom } from './access-requests/reading-room.ts'

/** Access requests of both services: the inbox, each of them whole, and the decisions on them. */
export const accessRequests: FastifyPluginAsyncTypebox<Services> = async (app, { keyring, ledger, live }) => {
  const room = createReadingRoom(ledger)
  const deciding = { room, ledger, live }

  const addressOf = (params: Params): AccessRequestAddress => ({
    connection: keyring.get(params.connectionId),
    service: params.service,
    id: params.accessRequestId,
  })

  live.provide('access-requests', () => accessRequestsSource(keyring))
  live.provide('access-request', (topic) =>
    thingSource({
      read: async (signal) => {
        const address = { connection: keyring.get(topic.connectionId), service: topic.service, id: topic.id }
        return (await readAccessRequest(room, address, { signal })).accessRequest
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

  app.route({
    ...approveAccessRequest,
    handler: async ({ params, body, user }, reply) => {
      reply.code(202)
      return decide(deciding, 'approveAccessRequest', addressOf(params), user, body)
    },
  })

  app.route({
    ...rejectAccessRequest,
    handler: async ({ params, body, user }, reply) => {
      reply.code(202)
      return decide(deciding, 'rejectAccessRequest', addressOf(params), user, body)
    },
  })

  app.route({
    ...revokeAccessRequest,
    handler: async ({ params, body, user }, reply) => {
      reply.code(202)
      return decide(deciding, 'revokeAccessRequest', addressOf(params), user, body)
    },
  })
}

interface Params {
  connectionId: string
  service: AccessService
  accessRequestId: string
}
