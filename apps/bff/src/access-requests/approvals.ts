import type { Approval } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'

/** A recorded decision of this console that did not fail. */
export interface Decided {
  /** The person's name. */
  person: string
  /** The OCID of the OCI user whose key signed it. */
  signedAs: string | null
  /** When OCI answered, or else when it was last sent; milliseconds since 1970. */
  atMs: number
}

type Oac = OperatorAccessControl.AccessRequest
type Dac = DelegateAccessControl.DelegatedResourceAccessRequest

/** The decisions so far, from Operator Access Control: initial approvals, then those of the extension. */
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

/** The decisions so far, from Delegate Access Control, in its order. */
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

/** A recorded decision matches OCI's only if their times differ by less than this. */
const sameMomentMs = 5 * 60_000

/**
 * The person of this console who decided as this OCI user at about this time, according to the ledger. Several people may
 * share a key, so the decision nearest in time wins. Null for a decision made elsewhere.
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

/** The number of approvals of the initial request, or of the requested extension. */
export const isApproval = ({ action }: Approval) => action === null || action.toUpperCase().startsWith('APPROVE')
