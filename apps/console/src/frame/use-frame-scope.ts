import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'

/**
 * The scope for links between pages, as in the address. Detail pages have no scope in their address; there the last one
 * is kept for the way back.
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
