import type { OperationId } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import * as actions from './access-request-actions.ts'
import * as accessRequests from './access-requests.ts'
import * as validation from './assignment-validation.ts'
import { getAuditLogReport } from './audit-log-report.ts'
import { getOperatorAction, listOperatorActions } from './operator-actions.ts'
import * as assignments from './operator-control-assignments.ts'
import * as controls from './operator-controls.ts'

export {
  askExtension,
  decideAs,
  raiseAccessRequest,
  startOperatorAccessControlLife,
  type RaiseOptions,
} from './life.ts'
export { seedOperatorActions } from './operator-actions.ts'
export { seedOperatorAccessControl } from './seed.ts'
export { spreadOperatorAccess } from './seed/spread.ts'

type Own = Extract<OperationId, `operator-access-control.${string}`>

/** Every operation of Operator Access Control; a missing one does not compile. */
export const handlers: { [Id in Own]: Handler<Id> } = {
  'operator-access-control.approveAccessRequest': actions.approveAccessRequest,
  'operator-access-control.getAccessRequest': accessRequests.getAccessRequest,
  'operator-access-control.getAuditLogReport': getAuditLogReport,
  'operator-access-control.interactionRequest': actions.interactionRequest,
  'operator-access-control.listAccessRequestHistories': accessRequests.listAccessRequestHistories,
  'operator-access-control.listAccessRequests': accessRequests.listAccessRequests,
  'operator-access-control.listInteractions': accessRequests.listInteractions,
  'operator-access-control.rejectAccessRequest': actions.rejectAccessRequest,
  'operator-access-control.reviewAccessRequest': actions.reviewAccessRequest,
  'operator-access-control.revokeAccessRequest': actions.revokeAccessRequest,
  'operator-access-control.getOperatorAction': getOperatorAction,
  'operator-access-control.listOperatorActions': listOperatorActions,
  'operator-access-control.changeOperatorControlCompartment': controls.changeOperatorControlCompartment,
  'operator-access-control.createOperatorControl': controls.createOperatorControl,
  'operator-access-control.deleteOperatorControl': controls.deleteOperatorControl,
  'operator-access-control.getOperatorControl': controls.getOperatorControl,
  'operator-access-control.listOperatorControls': controls.listOperatorControls,
  'operator-access-control.updateOperatorControl': controls.updateOperatorControl,
  'operator-access-control.changeOperatorControlAssignmentCompartment':
    assignments.changeOperatorControlAssignmentCompartment,
  'operator-access-control.createOperatorControlAssignment': assignments.createOperatorControlAssignment,
  'operator-access-control.deleteOperatorControlAssignment': assignments.deleteOperatorControlAssignment,
  'operator-access-control.getAssignmentValidationStatus': validation.getAssignmentValidationStatus,
  'operator-access-control.getOperatorControlAssignment': assignments.getOperatorControlAssignment,
  'operator-access-control.listOperatorControlAssignments': assignments.listOperatorControlAssignments,
  'operator-access-control.updateOperatorControlAssignment': assignments.updateOperatorControlAssignment,
  'operator-access-control.validateOperatorAssignment': validation.validateOperatorAssignment,
}
