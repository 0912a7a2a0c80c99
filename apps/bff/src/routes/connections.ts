import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listConnections, type Connection } from '@gatehouse/contract'
import type { BffConnection } from '../keyring/keyring.ts'
import { toProblem } from '../problem.ts'
import type { Services } from '../services.ts'

export const connections: FastifyPluginAsyncTypebox<Services> = async (app, { keyring }) => {
  app.route({
    ...listConnections,
    handler: async () => ({ items: await Promise.all(keyring.connections.map(toListed)) }),
  })
}

/** A connection whose compartments cannot be read is listed with its `problem`. */
async function toListed(connection: BffConnection): Promise<Connection> {
  const { id, name, region, tenancyId, services } = connection
  const read = await connection.compartments().then(
    (compartments) => ({ compartments, problem: null }),
    (error: unknown) => ({ compartments: [], problem: toProblem(error).message }),
  )
  return {
    id,
    name,
    region,
    tenancy: { id: tenancyId, name: connection.tenancyName() },
    services: [...services],
    ...read,
  }
}
