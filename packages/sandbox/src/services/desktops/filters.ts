import { invalidParameter } from '../../fault.ts'
import { page } from '../../handler.ts'
import type { Page } from '../../handler.ts'

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

/** Where a kind of row keeps what the filters ask for, and how it reads in a list. */
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
  rows: IteratorObject<R>,
  filters: Filters,
  view: View<R, I>,
): Page<I> {
  const { compartmentId, availabilityDomain, displayName, id, lifecycleState } = filters
  if (lifecycleState !== undefined && !view.states.includes(lifecycleState))
    throw invalidParameter(`lifecycleState: "${lifecycleState}" is none of ${view.states.join(', ')}.`)

  const byName = filters.sortBy === 'DISPLAYNAME'
  const found = rows.filter(
    (row) =>
      row.compartmentId === compartmentId &&
      (id === undefined || row.id === id) &&
      (lifecycleState === undefined || view.state(row) === lifecycleState) &&
      (displayName === undefined || view.name(row) === displayName) &&
      (availabilityDomain === undefined || view.availabilityDomain(row) === availabilityDomain),
  )
  return page([...found], {
    by: byName ? view.name : view.timeCreated,
    descending: filters.sortOrder === undefined ? !byName : filters.sortOrder === 'DESC',
    toItem: view.toItem,
  })
}
