import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { foundPerNoun, getOverview, search, type Found } from '@gatehouse/contract'
import type { AccessRequestSummary, Desktop, DesktopPoolSummary, WorkRequest } from '@gatehouse/contract'
import { readableNouns } from '../inventory/readable-nouns.ts'
import type { NounName } from '../inventory/noun.ts'
import { everywhere } from '../inventory/scope.ts'
import { nouns } from '../nouns.ts'
import type { Services } from '../services.ts'

/** The numbers of the overview, and the search over all nouns. Both are of the nouns that the person may read. */
export const overview: FastifyPluginAsyncTypebox<Services> = async (app, { inventory }) => {
  app.route({
    ...getOverview,
    handler: ({ query, user }) => inventory.overview(readableNouns(nouns, user), query, everywhere),
  })

  app.route({
    ...search,
    handler: async ({ query, user }) => {
      const found = await Promise.all(
        [...readableNouns(nouns, user)].map(async (noun) => {
          const { rows } = await inventory.window(noun, { search: query.search, limit: foundPerNoun }, everywhere)
          return rows.map((row) => toFound[noun](row as never)) // the rows of this noun
        }),
      )
      return { items: found.flat() }
    },
  })
}

const toFound: {
  'desktop-pools': (item: DesktopPoolSummary) => Found
  desktops: (item: Desktop) => Found
  'access-requests': (item: AccessRequestSummary) => Found
  'work-requests': (item: WorkRequest) => Found
} & Record<NounName, (item: never) => Found> = {
  'desktop-pools': ({ connectionId, id, name, state }) => ({ noun: 'desktop-pools', connectionId, id, name, state }),
  desktops: ({ connectionId, id, name, userName, state, poolId }) => ({
    noun: 'desktops',
    connectionId,
    id,
    name,
    userName,
    state,
    poolId,
  }),
  'access-requests': ({ connectionId, id, service, name, summary }) => ({
    noun: 'access-requests',
    connectionId,
    id,
    service,
    name,
    summary,
  }),
  'work-requests': ({ connectionId, id, service, operation, state }) => ({
    noun: 'work-requests',
    connectionId,
    id,
    service,
    operation,
    state,
  }),
}
