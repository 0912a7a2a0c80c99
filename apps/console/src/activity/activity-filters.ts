import type { Action, ActivityFilters } from '@gatehouse/contract'
import { actNames, actStatuses, isPending } from '../states/activity-words.ts'

/** The filters in the address. Days are in the reader's calendar, `2026-11-22`. An empty string is no filter. */
export interface ChosenFilters {
  act: string
  /** One of the five statuses, or `pending` for those that are not settled. */
  status: string
  by: string
  subjectId: string
  from: string
  to: string
}

export type FilterName = keyof ChosenFilters

export const filterNames: readonly FilterName[] = ['act', 'status', 'by', 'subjectId', 'from', 'to']

/** The outcomes to choose from: the five, and all that are not settled. */
export const outcomes = [...actStatuses, { status: 'pending', word: 'Pending' }]

/** The filters in the address, without invalid values. */
export function readChosen(params: URLSearchParams): ChosenFilters {
  const text = (name: FilterName) => params.get(name)?.trim() ?? ''
  const day = (name: FilterName) => (Number.isNaN(dayBegins(text(name)).getTime()) ? '' : text(name))
  return {
    act: actNames.some(({ act }) => act === text('act')) ? text('act') : '',
    status: outcomes.some(({ status }) => status === text('status')) ? text('status') : '',
    by: text('by').slice(0, 200),
    subjectId: text('subjectId').slice(0, 255),
    from: day('from'),
    to: day('to'),
  }
}

/** The query for the BFF. Days begin and end in the reader's zone. */
export function toActivityFilters({ act, status, by, subjectId, from, to }: ChosenFilters): ActivityFilters {
  return {
    ...(act && { act }),
    ...(status === 'pending' && { pending: true }),
    ...(status && status !== 'pending' && { status: status as ActivityFilters['status'] }), // `readChosen` drops others
    ...(by && { by }),
    ...(subjectId && { subjectId }),
    ...(from && { from: dayBegins(from).toISOString() }),
    ...(to && { to: new Date(dayBegins(to, 1).getTime() - 1).toISOString() }),
  }
}

/** Midnight of that day in the reader's zone, plus `daysLater`. An invalid date for text that is not a day. */
function dayBegins(day: string, daysLater = 0): Date {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  const midnight = new Date(Number(year), Number(month) - 1, Number(date))
  // 31 February would become a day in March
  if (midnight.getMonth() !== Number(month) - 1) return new Date(Number.NaN)
  midnight.setDate(midnight.getDate() + daysLater)
  return midnight
}

/** Whether the BFF would return the entry for these filters. */
export function passesFilters(action: Action, filters: ActivityFilters): boolean {
  const { act, status, pending, by, subjectId, from, to } = filters
  const at = Date.parse(action.at)
  return (
    (act === undefined || action.act === act) &&
    (status === undefined || action.status === status) &&
    (pending !== true || isPending(action)) &&
    (by === undefined || action.by.name.toLowerCase().includes(by.toLowerCase())) &&
    (subjectId === undefined || action.subject.id === subjectId) &&
    (from === undefined || at >= Date.parse(from)) &&
    (to === undefined || at <= Date.parse(to))
  )
}
