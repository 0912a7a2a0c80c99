import type { Action, ActivityFilters } from '@gatehouse/contract'
import { actNames, actStatuses } from '../states/activity-words.ts'

/** The filters as they stand in the address; days are of the reader's calendar, `2026-11-22`. Empty ones are not set. */
export interface ChosenFilters {
  act: string
  status: string
  by: string
  subjectId: string
  from: string
  to: string
}

export type FilterName = keyof ChosenFilters

export const filterNames: readonly FilterName[] = ['act', 'status', 'by', 'subjectId', 'from', 'to']

/** What the address asks for; values that nobody can mean are left out. */
export function readChosen(params: URLSearchParams): ChosenFilters {
  const given = (name: FilterName) => params.get(name)?.trim() ?? ''
  const day = (name: FilterName) => (Number.isNaN(dayBegins(given(name)).getTime()) ? '' : given(name))
  return {
    act: actNames.some(({ act }) => act === given('act')) ? given('act') : '',
    status: actStatuses.some(({ status }) => status === given('status')) ? given('status') : '',
    by: given('by').slice(0, 200),
    subjectId: given('subjectId').slice(0, 255),
    from: day('from'),
    to: day('to'),
  }
}

/** As the BFF is asked. Days begin and end in the reader's zone. */
export function toActivityFilters({ act, status, by, subjectId, from, to }: ChosenFilters): ActivityFilters {
  return {
    ...(act && { act: act as ActivityFilters['act'] }), // `readChosen` lets only known ones through
    ...(status && { status: status as ActivityFilters['status'] }), // likewise
    ...(by && { by }),
    ...(subjectId && { subjectId }),
    ...(from && { from: dayBegins(from).toISOString() }),
    ...(to && { to: new Date(dayBegins(to, 1).getTime() - 1).toISOString() }),
  }
}

/** Midnight of that day in the reader's zone, or so many days later; an invalid date for what is not a day. */
function dayBegins(day: string, daysLater = 0): Date {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  const midnight = new Date(Number(year), Number(month) - 1, Number(date))
  // 31 February would become a day in March
  if (midnight.getMonth() !== Number(month) - 1) return new Date(Number.NaN)
  midnight.setDate(midnight.getDate() + daysLater)
  return midnight
}

/** Whether an entry is one that the BFF would give for these filters. */
export function passesFilters(action: Action, { act, status, by, subjectId, from, to }: ActivityFilters): boolean {
  const at = Date.parse(action.at)
  return (
    (act === undefined || action.act === act) &&
    (status === undefined || action.status === status) &&
    (by === undefined || action.by.name.toLowerCase().includes(by.toLowerCase())) &&
    (subjectId === undefined || action.subject.id === subjectId) &&
    (from === undefined || at >= Date.parse(from)) &&
    (to === undefined || at <= Date.parse(to))
  )
}
