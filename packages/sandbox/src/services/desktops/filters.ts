import { invalidParameter } from '../../fault.ts'
import { orderedPage, page } from '../../handler.ts'
import type { Page } from '../../handler.ts'
import type { Row, Table } from '../../world/table.ts'
import { isDescending } from '../sorting.ts'

/** What the lists of pools, desktops and volumes take alike. Filters are exact; all of them must fit. */
export interface Filters {
  compartmentId: string
  availabilityDomain?: string
  displayName?: string
  id?: string
  lifecycleState?: string
  sortBy?: 'TIMECREATED' | 'DISPLAYNAME'
  sortOrder?: 'ASC' | 'DESC'
}

/**
 * Where a kind of row keeps what the filters ask for, and how it reads in a list. `name` and `timeCreated` are sort keys:
 * the same functions at each call.
 */
interface View<R, I> {
  states: readonly string[]
  name: (row: R) => string
  state: (row: R) => string
  availabilityDomain: (row: R) => string
  timeCreated: (row: R) => string
  toItem: (row: R) => I
}

export const lifecycleStates = ['CREATING', 'ACTIVE', 'INACTIVE', 'UPDATING', 'DELETING', 'DELETED', 'FAILED'] as const

/** Newest first unless told otherwise; by name from A to Z unless told otherwise. */
export function filtered<R extends { id: string; compartmentId: string }, I>(
  rows: Iterable<R>,
  filters: Filters,
  view: View<R, I>,
): Page<I> {
  const where = fits(filters, view)
  return page(Iterator.from(rows).filter(where).toArray(), { ...sorting(filters, view), toItem: view.toItem })
}

/** The same for the rows of a table, which keeps those of each compartment in order. */
export function filteredTable<R extends Row<object, unknown>, I>(
  table: Table<R>,
  filters: Filters,
  view: View<R, I> & { where?: (row: R) => boolean },
): Page<I> {
  const fitting = fits(filters, view)
  const sorted = sorting(filters, view)
  return orderedPage(table.inOrder(sorted.by, filters.compartmentId), {
    ...sorted,
    where: (row) => fitting(row) && (view.where?.(row) ?? true),
    toItem: view.toItem,
  })
}

function sorting<R>({ sortBy, sortOrder }: Filters, view: Pick<View<R, unknown>, 'name' | 'timeCreated'>) {
  const byName = sortBy === 'DISPLAYNAME'
  return {
    by: byName ? view.name : view.timeCreated,
    descending: isDescending(byName, sortOrder),
  }
}

function fits<R extends { id: string; compartmentId: string }>(filters: Filters, view: View<R, unknown>) {
  const { compartmentId, availabilityDomain, displayName, id, lifecycleState } = filters
  if (lifecycleState !== undefined && !view.states.includes(lifecycleState))
    throw invalidParameter(`lifecycleState: "${lifecycleState}" is none of ${view.states.join(', ')}.`)

  return (row: R) =>
    row.compartmentId === compartmentId &&
    (id === undefined || row.id === id) &&
    (lifecycleState === undefined || view.state(row) === lifecycleState) &&
    (displayName === undefined || view.name(row) === displayName) &&
    (availabilityDomain === undefined || view.availabilityDomain(row) === availabilityDomain)
}
