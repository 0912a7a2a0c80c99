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
 * A print of what a person decides on: the requested access, its state, and the decisions so far. If OCI provides an etag,
 * every change counts; otherwise only changes of these.
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
