import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { WorkService } from '@gatehouse/contract'
import { downloadWorkRequestLog, getWorkRequest, getWorkRequestLog } from '@gatehouse/contract'
import type { LogKey } from '../live/log-archive.ts'
import { logSource } from '../live/log-source.ts'
import { thingSource } from '../live/thing-source.ts'
import { topicName } from '../live/topic.ts'
import type { Services } from '../services.ts'
import { logFile, logFileName, logFormats } from '../work-requests/log-file.ts'
import { readWorkRequest } from '../work-requests/read-work-request.ts'
import { endedAtMs, hasEnded, isMoving } from '../work-requests/to-work-request.ts'
import { withSubjects } from '../work-requests/with-subjects.ts'
import { workRequestLogReader } from '../work-requests/work-request-log-reader.ts'

/** One work request of either service, and its archived log. */
export const workRequests: FastifyPluginAsyncTypebox<Services> = async (
  app,
  { keyring, live, inventory, things, store },
) => {
  const { archive } = live

  live.provide('work-request', (topic) =>
    things.keep(
      topic,
      thingSource({
        read: async (signal) => {
          const connection = keyring.get(topic.connectionId)
          const workRequest = await readWorkRequest(connection, topic.service, topic.id, { signal })
          const { compartment } = workRequest
          if (compartment) inventory.attend({ connectionId: connection.id, compartmentId: compartment.id })
          const [named = workRequest] = await withSubjects([workRequest], store.reader)
          return named
        },
        toEvent: (workRequest) => ({ event: 'work-request', data: { topic: topicName(topic), workRequest } }),
        moving: isMoving,
        ended: hasEnded,
      }),
    ),
  )
  live.provide('work-request-log', ({ connectionId, service, id }) =>
    logSource(archive, { connectionId, service, workRequestId: id }, () =>
      workRequestLogReader({
        client: keyring.get(connectionId).client,
        service,
        workRequestId: id,
        endedAtMs: async () => endedAtMs(await live.read({ kind: 'work-request', connectionId, service, id })),
      }),
    ),
  )

  app.route({
    ...getWorkRequest,
    handler: ({ params }) => things.read({ kind: 'work-request', ...addressOf(params) }),
  })

  app.route({
    ...getWorkRequestLog,
    handler: async ({ params, query: { after = 0, limit = 20_000 } }) => {
      const key = await archived(params)
      const { isEnded = false } = (await archive.stateOf(key)) ?? {}
      const reset = after > 0 && !(await archive.has(key, after))
      const lines = await archive.read([key], reset ? 0 : after, limit + 1)
      const more = lines.length > limit
      return { lines: lines.slice(0, limit).map(({ line }) => line), more, ended: isEnded && !more, reset }
    },
  })

  app.route({
    ...downloadWorkRequestLog,
    handler: async ({ params, query: { format } }, reply) => {
      const key = await archived(params)
      reply
        .type(logFormats[format].type)
        .header('content-disposition', `attachment; filename="${logFileName(key.workRequestId, format)}"`)
      return reply.send(Readable.from(logFile(archive, key, format)) as unknown as string) // the promised text, as a stream
    },
  })

  /** Reads the log into the archive. If that fails, the lines archived so far are used; rejects when there are none. */
  async function archived(params: Params): Promise<LogKey> {
    const { connectionId, service, id } = addressOf(params)
    const key = { connectionId, service, workRequestId: id }
    try {
      await live.read({ kind: 'work-request-log', connectionId, service, id })
    } catch (error) {
      const state = await archive.stateOf(key)
      if (!state || state.lines === 0) throw error
    }
    return key
  }
}

interface Params {
  connectionId: string
  service: WorkService
  workRequestId: string
}

const addressOf = ({ connectionId, service, workRequestId: id }: Params) => ({ connectionId, service, id })
