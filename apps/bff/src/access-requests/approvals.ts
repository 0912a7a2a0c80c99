import type { Approval } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'

/** A decision that was made here, and did not fail. */
export interface Decided {
  /** The person's name. */
  person: string
  /** The OCID of the OCI user whose key signed it. */
  signedAs: string | null
  /** When OCI answered it, or when it was sent last; milliseconds since 1970. */
  atMs: number
}

type Oac = OperatorAccessControl.AccessRequest
type Dac = DelegateAccessControl.DelegatedResourceAccessRequest

/** Who has decided so far, as Operator Access Control tells it: the initial approvals, then those of the extension. */
export function oacApprovals(wire: Oac, decisions: readonly Decided[]): Approval[] {
  const toApproval =
    (kind: Approval['kind']) =>
    (detail: OperatorAccessControl.ApproverDetail): Approval => ({
      kind,
      approverId: detail.approverId ?? null,
      approverName: personBehind(decisions, detail.approverId, detail.timeOfAuthorization),
      action: detail.approvalAction ?? null,
      comment: detail.approvalComment ?? null,
      message: detail.approvalAdditionalMessage ?? null,
      at: detail.timeOfAuthorization ?? null,
      startsAt: detail.timeApprovedForAccess ?? null,
    })
  return [
    ...(wire.approverDetails ?? []).map(toApproval('initial')),
    ...(wire.extensionApproverDetails ?? []).map(toApproval('extension')),
  ]
}

/** The same as Delegate Access Control tells it, in its order. */
export const dacApprovals = (wire: Dac, decisions: readonly Decided[]): Approval[] =>
  (wire.approvalInfo ?? []).map((detail) => ({
    kind: detail.approvalType === 'EXTENSION' ? 'extension' : 'initial',
    approverId: detail.approverId ?? null,
    approverName: personBehind(decisions, detail.approverId, detail.timeOfAction),
    action: detail.approvalAction ?? null,
    comment: detail.approverComment || null,
    message: detail.approverAdditionalMessage ?? null,
    at: detail.timeOfAction ?? null,
    startsAt: detail.timeApprovedForAccess ?? null,
  }))

/** Further than this from the time that OCI gives, a decision of ours is another one. */
const sameMomentMs = 5 * 60_000

/**
 * The person of this console who stood behind an OCI user, by what the ledger says was decided here at about that time;
 * null for what was decided elsewhere. Several people may sign with one shared key, so the nearest in time it is.
 */
export function personBehind(
  decisions: readonly Decided[],
  ociUserId: string | undefined,
  at: string | undefined,
): string | null {
  if (ociUserId === undefined || at === undefined) return null
  const distanceMs = ({ atMs }: Decided) => Math.abs(atMs - Date.parse(at))
  const near = decisions
    .filter((decision) => decision.signedAs === ociUserId && distanceMs(decision) <= sameMomentMs)
    .sort((one, other) => distanceMs(one) - distanceMs(other))
  return near[0]?.person ?? null
}

/** How many approvals there are on the initial request, or on the extension that is asked for. */
export const isApproval = ({ action }: Approval) => action === null || action.toUpperCase().startsWith('APPROVE')
