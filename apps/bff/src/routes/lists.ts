import { Readable } from 'node:stream'
import type { FastifyPluginAsync } from 'fastify'
import { csvOf } from '../csv.ts'
import { isNounName, lists } from '../inventory/lists.ts'
import { everywhere } from '../inventory/scope.ts'
import type { ListQuery } from '../inventory/view.ts'
import { nouns } from '../nouns.ts'
import { sendWindow } from '../plugins/send-window.ts'
import type { Services } from '../services.ts'

/** The lists of all nouns: windows, counts and files. */
export const listRoutes: FastifyPluginAsync<Services> = async (app, { inventory }) => {
  for (const noun of Object.keys(lists).filter(isNounName)) {
    const { list, count, download } = lists[noun]
    app.route<{ Querystring: ListQuery }>({
      ...list,
      handler: async ({ query }, reply) => sendWindow(reply, await inventory.window(noun, query, everywhere)),
    })
    app.route<{ Querystring: ListQuery }>({
      ...count,
      handler: ({ query }) => inventory.counts(noun, query, everywhere),
    })
    app.route<{ Querystring: ListQuery }>({
      ...download,
      handler: async ({ query }, reply) => {
        reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${noun}.csv"`)
        return reply.send(Readable.from(csvOf(nouns[noun].file, inventory.rows(noun, query, everywhere))))
      },
    })
  }
}
