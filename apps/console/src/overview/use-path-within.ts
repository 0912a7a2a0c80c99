import { writeScope } from '../frame/scope.ts'
import { usePlaces } from '../frame/use-places.ts'

/** Gives the path of a list within the chosen scope: `pathWithin('/work-requests', 'state=FAILED')`. */
export function usePathWithin() {
  const scope = writeScope(usePlaces().scope)
  return (path: string, search = '') => {
    const params = new URLSearchParams(search)
    if (scope !== '') params.set('scope', scope)
    return params.size === 0 ? path : `${path}?${params}`
  }
}
