import type { AccessRequestSummary } from '@gatehouse/contract'
import { Link, useSearchParams } from 'react-router'
import { plural } from '../ui/in-words.ts'
import { Notice } from '../ui/Notice.tsx'

interface AccessAlarmsProps {
  items: readonly AccessRequestSummary[]
  /** The list below shows exactly these. */
  shown: boolean
}

/** Above the inbox: access that failed to close, and access requests in an unknown state. */
export function AccessAlarms({ items, shown }: AccessAlarmsProps) {
  const [params] = useSearchParams()
  const scope = params.get('scope')
  const mayBeOpen = items.filter(({ phase }) => phase === 'may-be-open').length
  const unknown = items.filter(({ phase }) => phase === 'unknown').length
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
