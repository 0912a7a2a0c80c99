import fastifySwagger from '@fastify/swagger'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { endpoint } from '@gatehouse/contract'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Type } from 'typebox'

/** Collects the schemas of all routes below `/api` for the OpenAPI document. Register it before the routes. */
export const openapi = fp(
  async (app: FastifyInstance) => {
    await app.register(fastifySwagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Gatehouse',
          version: '0.1.0',
          description: 'The API between the console and its backend. Every operation names the permission it needs.',
        },
      },
      transform: ({ schema, url, route }) => ({
        // `schema` may be undefined, which spreads to nothing
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

/** The route that serves the document. */
export const openapiDocument: FastifyPluginAsyncTypebox = async (app) => {
  app.route({
    ...readOpenapi,
    handler: async (_request, reply) => {
      reply.type('application/json')
      return JSON.stringify(app.swagger())
    },
  })
}
