import { constants } from 'node:zlib'
import fastifyCompress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** Compresses replies over a kilobyte. Event streams are never compressed: their content type is not in the list. */
export const compression = fp(
  async (app: FastifyInstance) => {
    await app.register(fastifyCompress, {
      encodings: ['br', 'gzip'],
      threshold: 1024,
      customTypes:
        /^(?:text\/(?!event-stream)|application\/(?:json|javascript|problem\+json|x-ndjson|manifest\+json)|image\/svg)/,
      // The default is the slowest level, meant for files that are compressed once.
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    })
  },
  { name: 'compression' },
)
