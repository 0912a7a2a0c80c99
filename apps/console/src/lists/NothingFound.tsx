import type { Freshness } from '@gatehouse/contract'
import type { ReactNode } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Time } from '../ui/Time.tsx'
import { placesInWords } from './words.ts'

interface NothingFoundProps {
  icon: ReactNode
  /** "No desktop pools" */
  title: string
  freshness: Freshness | undefined
  children?: ReactNode
}

/** An empty list without filters: which places were read, and when. */
export function NothingFound({ icon, title, freshness, children }: NothingFoundProps) {
  const blind = freshness && freshness.pending + freshness.unreadTotal > 0
  return (
    <EmptyState icon={icon} title={blind ? `${title}, as far as could be read` : title}>
      {freshness && (
        <>
          Searched {placesInWords(freshness)}
          {freshness.readAt && (
            <>
              , read <Time at={freshness.readAt} show="relative" />
            </>
          )}
          .{' '}
        </>
      )}
      {children}
    </EmptyState>
  )
}
