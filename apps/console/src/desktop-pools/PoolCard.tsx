import type { DesktopPoolSummary } from '@gatehouse/contract'
import { ActLine } from '../acts/ActMark.tsx'
import { usePlaces } from '../frame/use-places.ts'
import { NextAction } from './NextAction.tsx'
import { PoolStateBadge } from './PoolStateBadge.tsx'
import { PoolUsageBar } from './PoolUsageBar.tsx'

/** A pool on a phone. */
export function PoolCard({ pool }: { pool: DesktopPoolSummary }) {
  const { connectionName } = usePlaces()
  return (
    <span className="block space-y-1.5">
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{pool.name}</span>
        <PoolStateBadge pool={pool} />
      </span>
      <ActLine subjectId={pool.id} />
      <span className="block truncate text-sm text-text-soft">
        {connectionName(pool.connectionId)} / {pool.compartment?.path ?? '–'}
      </span>
      <PoolUsageBar pool={pool} />
      <span className="block text-sm text-text-soft">
        <NextAction action={pool.nextAction} /> {pool.nextAction && 'by schedule'}
      </span>
    </span>
  )
}
