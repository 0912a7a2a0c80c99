import { writeScope } from '../frame/scope.ts'
import { usePlaces } from '../frame/use-places.ts'

/** Leads to a list within the scope that is chosen here: `pathWithin('/work-requests', 'state=FAILED')`. */
export function usePathWithin() {
  const scope = writeScope(usePlaces().scope)
  return (path: string, search = '') => {
    const params = new URLSearchParams(search)
    if (scope !== '') params.set('scope', scope)
    return params.size === 0 ? path : `${path}?${params}`
  }
}
