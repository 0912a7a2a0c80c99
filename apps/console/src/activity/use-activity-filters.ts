import { useSearchParams } from 'react-router'
import { writeParam } from '../ui/list-state.ts'
import { filterNames, readChosen, toActivityFilters, type FilterName } from './activity-filters.ts'

/** The filters of the ledger, kept in the address. */
export function useActivityFilters() {
  const [params, setParams] = useSearchParams()
  const chosen = readChosen(params)
  const change = (next: (params: URLSearchParams) => URLSearchParams) =>
    setParams(next, { replace: true, preventScrollReset: true })

  return {
    chosen,
    filters: toActivityFilters(chosen),
    count: filterNames.filter((name) => chosen[name] !== '').length,
    choose: (name: FilterName, value: string) => change((now) => writeParam(now, name, value)),
    clear: () => change((now) => filterNames.reduce((next, name) => writeParam(next, name, ''), now)),
  }
}
