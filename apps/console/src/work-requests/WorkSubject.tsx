import type { WorkRequest } from '@gatehouse/contract'
import { useQuery } from '@tanstack/react-query'
import { desktopPoolsQuery } from '../api/listings.ts'
import { workSubject } from '../states/work-subject.ts'

/** What it works on. Only names come from the pools: without them the short id stands. */
export function WorkSubject({ workRequest }: { workRequest: WorkRequest }) {
  const { data: pools } = useQuery(desktopPoolsQuery)
  return workSubject(workRequest, pools?.items ?? []) || 'nothing that OCI names'
}
