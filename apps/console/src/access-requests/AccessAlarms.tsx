import type { Counts } from '@gatehouse/contract'
import { Link, useSearchParams } from 'react-router'
import { countOf } from '../lists/facets.ts'
import { plural } from '../ui/in-words.ts'
import { Notice } from '../ui/Notice.tsx'

interface AccessAlarmsProps {
  /** Those within the scope, without search and filters. */
  counts: Counts | undefined
  /** The list below shows exactly these. */
  shown: boolean
}

/** Above the inbox: access that failed to close, and access requests in an unknown state. */
export function AccessAlarms({ counts, shown }: AccessAlarmsProps) {
  const [params] = useSearchParams()
  const scope = params.get('scope')
  const mayBeOpen = countOf(counts, 'phase', ['may-be-open'])
  const unknown = countOf(counts, 'phase', ['unknown'])
  if (mayBeOpen + unknown === 0) return null
  const action = shown ? undefined : (
    <Link
      to={{ search: `${new URLSearchParams(scope === null ? { tab: 'alarm' } : { tab: 'alarm', scope })}` }}
      className="link font-medium text-bad!"
    >
      View
    </Link>
  )
  return (
    <Notice tone={mayBeOpen > 0 ? 'bad' : 'warn'} action={action}>
      <p className="font-medium">
        {mayBeOpen > 0 &&
          `${plural(mayBeOpen, 'access grant')} failed to close. ${mayBeOpen === 1 ? 'The operator' : 'Operators'} may still be able to sign in. `}
        {unknown > 0 && `${plural(unknown, 'access request is', 'access requests are')} in an unknown state.`}
      </p>
    </Notice>
  )
}
