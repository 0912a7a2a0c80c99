import type { AccessHistoryEntry, AccessRequest, AccessRequestSummary, Approval, Message } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'
import type { BffConnection } from '../keyring/keyring.ts'
import { accessWindow } from './access-window.ts'
import type { CataloguedAction } from './action-catalogue.ts'
import { dacApprovals, oacApprovals, type Decided } from './approvals.ts'
import { toRequestedActions, type Control } from './control.ts'
import { toTags } from './tags.ts'
import { fromDelegateAccessControl, fromOperatorAccessControl, laterStart } from './to-access-request-summary.ts'
import { versionOf } from './version.ts'

/** The other parts of an access request. Null: the part could not be read, and `missing` says why. */
export interface Surroundings {
  control: Control | null
  controlProblem: string | null
  actions: readonly (CataloguedAction | null)[] | null
  history: AccessHistoryEntry[]
  conversation: Message[]
  /** What the ledger knows of it. */
  decisions: readonly Decided[]
  missing: string[]
  etag: string | undefined
  readAt: string
}

/** Translates an access request of Operator Access Control with all its parts. */
export function oacAccessRequest(
  connection: BffConnection,
  wire: OperatorAccessControl.AccessRequest,
  around: Surroundings,
): AccessRequest {
  const summary = fromOperatorAccessControl(connection, wire)
  const approvals = oacApprovals(wire, around.decisions)
  const approvalsGiven = wire.numberOfApprovers ?? wire.approverDetails?.length ?? 0
  return finish(summary, around, {
    reason: wire.reason ?? null,
    ticketNumbers: [],
    operatorId: wire.operatorId ?? null,
    requesterType: null,
    subResources: wire.subResourceList ?? [],
    databases: [],
    serviceTypes: [],
    workflowIds: wire.workflowId ?? [],
    control: controlOf(wire.opctlId, wire.opctlName, around),
    approvalsRequired: wire.numberOfApproversRequired ?? around.control?.approvalsRequired ?? null,
    approvalsGiven,
    extensionApprovalsGiven: wire.numberOfExtensionApprovers ?? wire.extensionApproverDetails?.length ?? 0,
    approvals,
    auditTypes: wire.auditType ?? [],
    lifecycleState: null,
    lastUserId: wire.userId ?? null,
    approverComment: wire.approverComment ?? null,
    closureComment: wire.closureComment ?? null,
    systemMessage: wire.systemMessage ?? around.control?.systemMessage ?? null,
    additionalMessage: wire.opctlAdditionalMessage ?? null,
    isValidation: wire.isValidateAssignment ?? false,
    isPendingMoreInfo: wire.lifecycleState === 'MOREINFO',
    tags: toTags(wire.freeformTags, wire.definedTags),
  })
}

/** Translates an access request of Delegate Access Control with all its parts. */
export function dacAccessRequest(
  connection: BffConnection,
  wire: DelegateAccessControl.DelegatedResourceAccessRequest,
  around: Surroundings,
): AccessRequest {
  const summary = fromDelegateAccessControl(connection, wire)
  const approvals = dacApprovals(wire, around.decisions)
  const approvalsGiven = wire.numInitialApprovals ?? 0
  return finish({ ...summary, startsAt: approvedStart(approvals) ?? summary.startsAt }, around, {
    reason: wire.description || null,
    ticketNumbers: wire.ticketNumbers ?? [],
    operatorId: null,
    requesterType: wire.requesterType ?? null,
    subResources: [],
    databases: wire.databaseNameList ?? wire.databaseIdList ?? [],
    serviceTypes: wire.providedServiceTypes ?? [],
    workflowIds: [],
    control: controlOf(wire.delegationControlId, undefined, around),
    approvalsRequired: around.control?.approvalsRequired ?? null,
    approvalsGiven,
    extensionApprovalsGiven: wire.numExtensionApprovals ?? 0,
    approvals,
    auditTypes: wire.auditTypes ?? [],
    lifecycleState: wire.lifecycleState ?? null,
    lastUserId: null,
    approverComment: latest(approvals)?.comment ?? null,
    closureComment: wire.closureComment ?? null,
    systemMessage: null,
    additionalMessage: latest(approvals)?.message ?? null,
    isValidation: false,
    isPendingMoreInfo: wire.isPendingMoreInfo ?? false,
    tags: toTags(wire.freeformTags, { ...wire.definedTags, ...wire.systemTags }),
  })
}

type Derived =
  | 'requestedActions'
  | 'accessBeganAt'
  | 'accessEndsAt'
  | 'history'
  | 'conversation'
  | 'missing'
  | 'version'
  | 'readAt'

function finish(
  summary: AccessRequestSummary,
  around: Surroundings,
  fields: Omit<AccessRequest, keyof AccessRequestSummary | Derived>,
): AccessRequest {
  const { history, conversation, missing, readAt } = around
  return {
    ...summary,
    ...fields,
    requestedActions: toRequestedActions(summary.actions, around.actions, around.control),
    ...accessWindow({ ...summary, history }),
    history,
    conversation,
    missing,
    version: versionOf({ ...summary, ...fields }, around.etag),
    readAt,
  }
}

function controlOf(id: string | undefined, name: string | undefined, { control, controlProblem }: Surroundings) {
  return id === undefined ? null : { id, name: control?.name ?? name ?? null, problem: controlProblem }
}

/** The granted start: the latest that an approver named, because the service has no field for it. */
function approvedStart(approvals: readonly Approval[]): string | null {
  const starts = approvals.flatMap(({ startsAt, at }) => laterStart(at ?? undefined, startsAt ?? undefined) ?? [])
  return starts.toSorted((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? null
}

const latest = (approvals: readonly Approval[]) => approvals.at(-1)
