import type { OperationId } from '@gatehouse/oci-api'
import type { Handler } from '../../handler.ts'
import { workRequestReads } from '../work-requests.ts'
import * as accessRequests from './access-requests.ts'
import { getDelegatedResourceAccessRequestAuditLogReport } from './audit-log-report.ts'
import * as decisions from './decisions.ts'
import * as controlChanges from './delegation-control-changes.ts'
import * as controls from './delegation-controls.ts'
import * as subscriptionChanges from './delegation-subscription-changes.ts'
import * as subscriptions from './delegation-subscriptions.ts'
import * as actions from './service-provider-actions.ts'
import * as providers from './service-providers.ts'

export {
  askDelegatedExtension,
  completeDelegatedAccess,
  decideDelegatedAs,
  raiseDelegatedResourceAccessRequest,
  startDelegateAccessControlLife,
} from './life.ts'
export { seedDelegateAccessControl } from './seed.ts'
export { seedCatalogue } from './seed/catalogue.ts'
export { spreadDelegateAccess } from './seed/spread.ts'

type Id = Extract<OperationId, `delegate-access-control.${string}`>

const workRequests = workRequestReads('delegate-access-control')

/** Every operation of Delegate Access Control. */
export const handlers: { [Operation in Id]: Handler<Operation> } = {
  'delegate-access-control.approveDelegatedResourceAccessRequest': decisions.approveDelegatedResourceAccessRequest,
  'delegate-access-control.changeDelegationControlCompartment': controlChanges.changeDelegationControlCompartment,
  'delegate-access-control.changeDelegationSubscriptionCompartment':
    subscriptionChanges.changeDelegationSubscriptionCompartment,
  'delegate-access-control.createDelegationControl': controlChanges.createDelegationControl,
  'delegate-access-control.createDelegationSubscription': subscriptionChanges.createDelegationSubscription,
  'delegate-access-control.deleteDelegationControl': controlChanges.deleteDelegationControl,
  'delegate-access-control.deleteDelegationSubscription': subscriptionChanges.deleteDelegationSubscription,
  'delegate-access-control.getDelegatedResourceAccessRequest': accessRequests.getDelegatedResourceAccessRequest,
  'delegate-access-control.getDelegatedResourceAccessRequestAuditLogReport':
    getDelegatedResourceAccessRequestAuditLogReport,
  'delegate-access-control.getDelegationControl': controls.getDelegationControl,
  'delegate-access-control.getDelegationSubscription': subscriptions.getDelegationSubscription,
  'delegate-access-control.getServiceProvider': providers.getServiceProvider,
  'delegate-access-control.getServiceProviderAction': actions.getServiceProviderAction,
  'delegate-access-control.getWorkRequest': workRequests.getWorkRequest,
  'delegate-access-control.listDelegatedResourceAccessRequestHistories':
    accessRequests.listDelegatedResourceAccessRequestHistories,
  'delegate-access-control.listDelegatedResourceAccessRequests': accessRequests.listDelegatedResourceAccessRequests,
  'delegate-access-control.listDelegationControlResources': controls.listDelegationControlResources,
  'delegate-access-control.listDelegationControls': controls.listDelegationControls,
  'delegate-access-control.listDelegationSubscriptions': subscriptions.listDelegationSubscriptions,
  'delegate-access-control.listServiceProviderActions': actions.listServiceProviderActions,
  'delegate-access-control.listServiceProviderInteractions': accessRequests.listServiceProviderInteractions,
  'delegate-access-control.listServiceProviders': providers.listServiceProviders,
  'delegate-access-control.listWorkRequestErrors': workRequests.listWorkRequestErrors,
  'delegate-access-control.listWorkRequestLogs': workRequests.listWorkRequestLogs,
  'delegate-access-control.listWorkRequests': workRequests.listWorkRequests,
  'delegate-access-control.rejectDelegatedResourceAccessRequest': decisions.rejectDelegatedResourceAccessRequest,
  'delegate-access-control.revokeDelegatedResourceAccessRequest': decisions.revokeDelegatedResourceAccessRequest,
  'delegate-access-control.serviceProviderInteractionRequest': decisions.serviceProviderInteractionRequest,
  'delegate-access-control.updateDelegationControl': controlChanges.updateDelegationControl,
  'delegate-access-control.updateDelegationSubscription': subscriptionChanges.updateDelegationSubscription,
}
