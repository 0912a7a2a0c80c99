import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../problem.ts'
import { isApi } from './access.ts'
import { sendProblem } from './problems.ts'

/**
 * Serves the built console, and the 404 for unknown addresses. Browsers cache assets forever, because their names contain
 * a hash of their content. All pages are one HTML file, which browsers revalidate on each load.
 */
export const consoleFiles = fp(
  async (app: FastifyInstance, { folder }: { folder: string }) => {
    const isBuilt = existsSync(join(folder, 'index.html'))
    if (isBuilt) {
      await app.register(fastifyStatic, {
        root: folder,
        cacheControl: false,
        preCompressed: true,
        dotfiles: 'deny',
        setHeaders: (reply, path) => {
          reply.header('cache-control', path.includes(`${sep}assets${sep}`) ? forGood : 'no-cache')
        },
      })
    }

    app.setNotFoundHandler((request, reply) => {
      const path = request.url.split('?', 1)[0] ?? ''
      if (isApi(path)) return sendProblem(new Problem('not_found', 'There is nothing at this address.'), request, reply)
      const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
      if (isPage && isBuilt) return reply.sendFile('index.html')
      const text = isPage ? 'The console is not built. Run "pnpm build", or "pnpm start", which does.' : 'Not found.'
      return reply.status(404).type('text/plain; charset=utf-8').send(`${text}\n`)
    })
  },
  { name: 'console' },
)

const forGood = 'public, max-age=31536000, immutable'
