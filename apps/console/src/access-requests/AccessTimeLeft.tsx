import type { AccessRequestSummary } from '@gatehouse/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TimeLeft } from '../ui/TimeLeft.tsx'
import { accessRequestQuery } from './queries.ts'

/**
 * How long access stays open; nothing unless it is open. Lists have no end of access, so each open access request is read
 * in full: once, and again when its row changes.
 */
export function AccessTimeLeft({ request }: { request: AccessRequestSummary }) {
  const isOpen = request.phase === 'open' || request.phase === 'extension-waiting'
  const { data, isPending, refetch } = useQuery({
    ...accessRequestQuery(request),
    enabled: isOpen,
    staleTime: Infinity,
  })
  const row = `${request.state} ${request.updatedAt}`
  const detail = data && `${data.state} ${data.updatedAt}`
  useEffect(() => {
    if (isOpen && detail !== undefined && detail !== row) void refetch()
  }, [isOpen, detail, row, refetch])
  if (!isOpen) return null
  if (isPending) return <Skeleton className="w-16" />
  if (!data?.accessEndsAt) {
    return (
      <span data-tip="End time not known yet" className="text-text-faint">
        –
      </span>
    )
  }
  return <TimeLeft until={data.accessEndsAt} from={data.accessBeganAt} past="Due" />
}
