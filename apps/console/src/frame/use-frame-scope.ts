import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'

/**
 * The scope to carry from page to page, as it stands in the address. The page of one thing has none of its own: there
 * the last one is kept, so that going back to a list does not lose it.
 */
export function useFrameScope(): string {
  const [params] = useSearchParams()
  const ofOneThing = useParams().connectionId !== undefined
  const requested = params.get('scope')
  const [last, setLast] = useState(requested ?? '')
  const scope = requested ?? (ofOneThing ? last : '')
  if (scope !== last) setLast(scope)
  return scope
}
