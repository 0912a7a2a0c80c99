import { constants } from 'node:zlib'
import fastifyCompress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** Answers of more than a kilobyte are compressed on their way out; event streams never are (they are not in the list). */
export const compression = fp(
  async (app: FastifyInstance) => {
    await app.register(fastifyCompress, {
      encodings: ['br', 'gzip'],
      threshold: 1024,
      customTypes:
        /^(?:text\/(?!event-stream)|application\/(?:json|javascript|problem\+json|x-ndjson|manifest\+json)|image\/svg)/,
      // the default is the slowest level there is, meant for files compressed once
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    })
  },
  { name: 'compression' },
)
