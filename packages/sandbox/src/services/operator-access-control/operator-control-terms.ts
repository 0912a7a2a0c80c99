import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { alreadyExists, invalidParameter } from '../../fault.ts'
import type { Region } from '../../world/world.ts'
import { actionNames } from './action-catalogue.ts'

type Control = OperatorAccessControl.OperatorControl
type Details = OperatorAccessControl.UpdateOperatorControlDetails

/**
 * What the customer decides about a control, and the actions that need an approval as a consequence; fields left out are
 * undefined. Throws InvalidParameter for an action the resource type does not have, and for a control nobody can approve.
 */
export function terms(body: Details, resourceType: Control['resourceType']): Partial<Control> {
  const all = actionNames(resourceType)
  const preApproved = body.isFullyPreApproved ? all : (body.preApprovedOpActionList ?? [])
  for (const name of preApproved) {
    if (!all.includes(name)) {
      throw invalidParameter(
        `${name} in preApprovedOpActionList is no operator action for a resource of type ${resourceType}; those are ${all.join(', ')}.`,
      )
    }
  }
  const hasApprovers = body.approverGroupsList.length > 0 || (body.approversList ?? []).length > 0
  if (!body.isFullyPreApproved && !hasApprovers) {
    throw invalidParameter(
      'A control that does not approve everything in advance needs approversList or approverGroupsList.',
    )
  }
  return {
    operatorControlName: body.operatorControlName,
    description: body.description,
    approversList: body.approversList ?? [],
    approverGroupsList: body.approverGroupsList,
    preApprovedOpActionList: preApproved,
    approvalRequiredOpActionList: all.filter((name) => !preApproved.includes(name)),
    isFullyPreApproved: body.isFullyPreApproved,
    notificationTopicId: body.notificationTopicId,
    emailIdList: body.emailIdList,
    systemMessage: body.systemMessage,
  }
}

/**
 * Throws NotAuthorizedOrResourceAlreadyExists. A control that was ever assigned keeps its name when it is deleted, since
 * it is kept for audit, says the SDK of `deleteOperatorControl`; the name of any other is free again.
 */
export function requireFreeName(region: Region, name: string, besidesId?: string): void {
  const wasAssigned = (controlId: string) =>
    region.operatorControlAssignments.values().some(({ wire }) => wire.operatorControlId === controlId)
  const other = region.operatorControls
    .values()
    .find(
      ({ id, wire }) =>
        id !== besidesId && wire.operatorControlName === name && (wire.lifecycleState !== 'DELETED' || wasAssigned(id)),
    )
  if (!other) return
  const isDeleted = other.wire.lifecycleState === 'DELETED'
  throw alreadyExists(
    isDeleted
      ? `An operator control named ${name} was deleted and is kept for audit, and its name with it.`
      : `An operator control named ${name} exists already.`,
  )
}
