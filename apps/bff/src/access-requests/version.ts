import { createHash } from 'node:crypto'
import type { AccessRequest } from '@gatehouse/contract'

type Decided = Pick<
  AccessRequest,
  | 'state'
  | 'isPendingMoreInfo'
  | 'severity'
  | 'summary'
  | 'reason'
  | 'resource'
  | 'subResources'
  | 'databases'
  | 'actions'
  | 'durationHours'
  | 'extensionHours'
  | 'startsAt'
  | 'control'
  | 'approvals'
>

/**
 * Stands for what a person decides on: what is asked for, where it stands, and who has decided. The same before and after
 * a change that does not matter, unless OCI gives an etag: then any change counts.
 */
export function versionOf(request: Decided, etag: string | undefined): string {
  const decided = [
    request.state,
    request.isPendingMoreInfo,
    request.severity,
    request.summary,
    request.reason,
    request.resource.id,
    request.subResources,
    request.databases,
    request.actions,
    request.durationHours,
    request.extensionHours,
    request.startsAt,
    request.control?.id,
    request.approvals.map(({ kind, approverId, action, at }) => [kind, approverId, action, at]),
    etag,
  ]
  return createHash('sha256').update(JSON.stringify(decided)).digest('base64url').slice(0, 22)
}
