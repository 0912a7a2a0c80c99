import type { Action, ActivityFilters } from '@gatehouse/contract'
import type { QueryClient } from '@tanstack/react-query'
import { attempts } from '../api/attempts.ts'
import { activityOfQuery, currentActsQuery, recentActivityQuery } from '../api/activity.ts'
import { applyEvent } from '../live/apply-event.ts'
import type { LiveHandlers } from '../live/handlers.ts'
import { passesFilters } from './activity-filters.ts'
import { placeAction } from './place-action.ts'
import { entryQuery, ledgerQuery } from './queries.ts'

/** How each event of this room updates the cache. */
export const activityEvents: LiveHandlers<'activity'> = {
  activity: (client, { action }) => {
    attempts.observe(action)
    applyEvent(client, ['activity'], () => place(client, action))
  },
}

/** Places the entry in every list of entries that is held. */
function place(client: QueryClient, action: Action) {
  client.setQueryData(currentActsQuery.queryKey, (actions) => actions && placeAction(actions, action))
  for (const { queryKey } of [recentActivityQuery, activityOfQuery(action.subject.id)]) {
    client.setQueryData(queryKey, (page) => page && { ...page, items: placeAction(page.items, action) })
  }
  client.setQueryData(entryQuery(action.sequence).queryKey, (entry) => entry && action)
  placeInLedgers(client, action)
}

/** Updates every cached ledger query, each by its own filters. */
function placeInLedgers(client: QueryClient, action: Action) {
  for (const { queryKey } of client.getQueryCache().findAll({ queryKey: ['activity', 'ledger'] })) {
    const filters = queryKey[2] as ActivityFilters // as `ledgerQuery` makes its key
    client.setQueryData(ledgerQuery(filters).queryKey, (ledger) => {
      if (!ledger) return undefined
      const belongs = passesFilters(action, filters)
      // insert into the page that covers its sequence; older pages bring their entries when they load
      const reaching = ledger.pages.findIndex(({ next }) => next === null || next <= action.sequence)
      const pages = ledger.pages.map((page, index) => ({
        ...page,
        items: placeAction(page.items, action, belongs && index === reaching),
      }))
      return { ...ledger, pages }
    })
  }
}
