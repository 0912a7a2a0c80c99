import fastifySwagger from '@fastify/swagger'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { endpoint } from '@gatehouse/contract'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Type } from 'typebox'

/** Collects all routes below `/api` for the OpenAPI document, out of the contract's schemas. To be registered before them. */
export const openapi = fp(
  async (app: FastifyInstance) => {
    await app.register(fastifySwagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Gatehouse',
          version: '0.1.0',
          description: 'What the console asks its backend. Every operation names the permission it needs.',
        },
      },
      transform: ({ schema, url, route }) => ({
        // a record by its own account: a spread of undefined is nothing
        schema: {
          ...schema,
          description: `Needs: ${route.config?.permission ?? 'nothing'}.`,
          hide: !url.startsWith('/api/'),
        },
        url,
      }),
    })
  },
  { name: 'openapi' },
)

const readOpenapi = endpoint({
  method: 'GET',
  url: '/api/docs/json',
  permission: 'signed-in',
  schema: { summary: 'This document', response: { 200: Type.String() } },
})

/** Where the document is read. */
export const openapiDocument: FastifyPluginAsyncTypebox = async (app) => {
  app.route({
    ...readOpenapi,
    handler: async (_request, reply) => {
      reply.type('application/json')
      return JSON.stringify(app.swagger())
    },
  })
}
